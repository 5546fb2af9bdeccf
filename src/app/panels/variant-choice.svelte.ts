import type { Cluster } from '../../cluster/cluster.ts'
import { folded } from '../../steps/folded.ts'

/** A group of spellings with what the person has decided about it. */
export interface VariantGroup {
  key: string
  values: Cluster['values']
  /** What every spelling would become. */
  to: string
  checked: boolean
}

/** Cells that would change if the group took its spelling. */
export const cellsChanged = ({ values, to }: VariantGroup): number =>
  values.reduce((sum, { text, cells }) => (text === to ? sum : sum + cells), 0)

/** The groups that a method has found, which of them are to be merged and into what. */
export class VariantChoice {
  groups = $state.raw<readonly VariantGroup[]>([])
  search = $state('')
  minSpellings = $state(2)
  minRows = $state(1)

  readonly #wanted: string = $derived.by(() => folded(this.search))
  readonly shown: readonly VariantGroup[] = $derived.by(() =>
    this.groups.filter((group) => this.#isShown(group)),
  )
  /** Groups that will be merged: checked, and with something to become. */
  readonly merged: readonly VariantGroup[] = $derived.by(() =>
    this.groups.filter((group) => group.checked && group.to.trim() !== '' && cellsChanged(group) > 0),
  )
  readonly rows: number = $derived.by(() => this.merged.reduce((sum, group) => sum + cellsChanged(group), 0))
  /** Groups that will be merged though the filters hide them. */
  readonly hidden: number = $derived.by(() => this.merged.filter((group) => !this.#isShown(group)).length)

  #isShown(group: VariantGroup): boolean {
    const wanted = this.#wanted
    return (
      group.values.length >= this.minSpellings &&
      cellsChanged(group) >= this.minRows &&
      (wanted === '' || group.values.some(({ text }) => folded(text).includes(wanted)))
    )
  }

  /** Takes what a method has found, those first that would change most cells. */
  take(clusters: readonly Cluster[]): void {
    this.groups = clusters
      .map(({ key, values, proposed }) => ({ key, values, to: proposed, checked: true }))
      .map((group) => ({ group, gain: cellsChanged(group) }))
      .sort((a, b) => b.gain - a.gain || b.group.values.length - a.group.values.length)
      .map(({ group }) => group)
  }

  change(key: string, change: Partial<Pick<VariantGroup, 'to' | 'checked'>>): void {
    this.groups = this.groups.map((group) => (group.key === key ? { ...group, ...change } : group))
  }

  /** Checks or unchecks the groups shown. */
  checkShown(checked: boolean): void {
    this.groups = this.groups.map((group) => (this.#isShown(group) ? { ...group, checked } : group))
  }

  /** The replacements of the step that merges the checked groups. */
  replacements(): { from: string[]; to: string }[] {
    return this.merged.map(({ values, to }) => ({
      from: values.map(({ text }) => text).filter((text) => text !== to),
      to,
    }))
  }
}
