import { eachOnce } from './each-once.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import type { FoundGroup } from '../../../workers/facade.ts'
import { levelOf, proposedSpelling } from '../../steps/grouping.ts'
import { refusalsOf } from '../../steps/refused-pairs.ts'
import type { VariantGroup } from '../../cluster/variant-group.ts'
import { folded } from '../../steps/folded.ts'

/** Why a group is proposed, where the method says it. */
export type VariantEvidence = Pick<VariantGroup, 'confidence' | 'links' | 'warnings'>

/** A group of spellings with what the person has decided about it. */
export interface ProposedGroup {
  key: string
  values: Cluster['values']
  /** What every spelling would become. */
  to: string
  checked: boolean
  evidence: VariantEvidence | null
  /** The values that the columns of the condition have in the group, one each; `null` without a condition. */
  within: readonly string[] | null
}

/** What was refused while the page was open. */
export interface RefusedAside {
  refusedGroups: readonly ProposedGroup[]
  withdrawn: readonly string[][]
}

const isSure = ({ evidence }: ProposedGroup): boolean =>
  evidence !== null && levelOf(evidence.confidence) === 'sure' && evidence.warnings.length === 0

/** Less sure groups, and those that a companion column speaks against, are not checked. */
const CHECKED_FROM = 0.7

/** Cells that would change if the group took its spelling. */
export const cellsChanged = ({ values, to }: ProposedGroup): number =>
  values.reduce((sum, { text, cells }) => (text === to ? sum : sum + cells), 0)

/** The groups that a search has found, which of them are to be merged and into what, and which are refused. */
export class VariantChoice {
  groups = $state.raw<readonly ProposedGroup[]>([])
  /** Groups refused as a whole, the last first. */
  refusedGroups = $state.raw<readonly ProposedGroup[]>([])
  /** Pairs of spellings of which one was taken out of a group. */
  #withdrawn = $state.raw<readonly string[][]>([])
  search = $state('')
  minSpellings = $state(2)
  minRows = $state(1)

  readonly #wanted: string = $derived.by(() => folded(this.search))
  readonly shown: readonly ProposedGroup[] = $derived.by(() =>
    this.groups.filter((group) => this.#isShown(group)),
  )
  /** Groups that will be merged: checked, and with something to become. */
  readonly merged: readonly ProposedGroup[] = $derived.by(() =>
    this.groups.filter((group) => group.checked && group.to.trim() !== '' && cellsChanged(group) > 0),
  )
  readonly rows: number = $derived.by(() => this.merged.reduce((sum, group) => sum + cellsChanged(group), 0))
  /** Groups that will be merged though the filters hide them. */
  readonly hidden: number = $derived.by(() => this.merged.filter((group) => !this.#isShown(group)).length)
  /** What was refused since the page was opened, as the step keeps it: lists of spellings that mean different things. */
  readonly refused: readonly string[][] = $derived.by(() => [
    ...this.refusedGroups.map(({ values }) => values.map(({ text }) => text)),
    ...this.#withdrawn,
  ])

  #isShown(group: ProposedGroup): boolean {
    const wanted = this.#wanted
    return (
      group.values.length >= this.minSpellings &&
      cellsChanged(group) >= this.minRows &&
      (wanted === '' ||
        group.values.some(({ text }) => folded(text).includes(wanted)) ||
        (group.within ?? []).some((text) => folded(text).includes(wanted)))
    )
  }

  /**
   * Takes what a method has found: groups with evidence in their order, others those first that would change most cells.
   * Spellings refused before are left out.
   */
  take(found: readonly FoundGroup[], refusedBefore: readonly (readonly string[])[] = []): void {
    const areApart = refusalsOf([...refusedBefore, ...this.refused])
    const groups = found.flatMap((one): ProposedGroup[] => {
      const { values, proposed } = one
      const kept = values.filter(({ text }) => !areApart(text, proposed))
      if (kept.length < 2) return []
      const evidence =
        'links' in one ? { confidence: one.confidence, links: one.links, warnings: one.warnings } : null
      const checked =
        evidence === null || (evidence.confidence >= CHECKED_FROM && evidence.warnings.length === 0)
      const within = 'within' in one ? one.within : null
      return [{ key: one.key, values: kept, to: proposed, checked, evidence, within }]
    })
    if (groups.every(({ evidence }) => evidence === null))
      groups.sort((a, b) => cellsChanged(b) - cellsChanged(a) || b.values.length - a.values.length)
    this.groups = eachOnce(groups)
  }

  change(key: string, change: Partial<Pick<ProposedGroup, 'to' | 'checked'>>): void {
    const changed = this.groups.map((group) => (group.key === key ? { ...group, ...change } : group))
    this.groups = change.checked === true ? eachOnce(changed, key) : changed
  }

  /** Checks or unchecks the groups shown. */
  checkShown(checked: boolean): void {
    this.groups = eachOnce(this.groups.map((group) => (this.#isShown(group) ? { ...group, checked } : group)))
  }

  /** Groups shown that hold for sure, without anything that speaks against them. */
  readonly sure: number = $derived.by(() => this.shown.filter(isSure).length)

  /** Of the groups shown, checks those that hold for sure and unchecks the others. */
  checkSure(): void {
    this.groups = eachOnce(
      this.groups.map((group) => (this.#isShown(group) ? { ...group, checked: isSure(group) } : group)),
    )
  }

  /** What was refused, for another choice on the same column to go on from. */
  get aside(): RefusedAside {
    return { refusedGroups: this.refusedGroups, withdrawn: this.#withdrawn }
  }

  resume({ refusedGroups, withdrawn }: RefusedAside): void {
    this.refusedGroups = refusedGroups
    this.#withdrawn = withdrawn
  }

  /** Sets a group aside for good: its spellings mean different things. */
  refuse(key: string): void {
    const refused = this.groups.find((group) => group.key === key)
    if (refused === undefined) return
    this.groups = this.groups.filter((group) => group !== refused)
    this.refusedGroups = [refused, ...this.refusedGroups]
  }

  /** Brings a refused group back, unchecked. */
  takeBack(key: string): void {
    const group = this.refusedGroups.find((one) => one.key === key)
    if (group === undefined) return
    this.refusedGroups = this.refusedGroups.filter((one) => one !== group)
    this.groups = [{ ...group, checked: false }, ...this.groups]
  }

  /** Takes a spelling out of its group: it means something else than each of the others. */
  withdraw(key: string, text: string): void {
    const group = this.groups.find((one) => one.key === key)
    if (group === undefined) return
    const values = group.values.filter((value) => value.text !== text)
    if (values.length < 2) return this.refuse(key)
    this.#withdrawn = [...this.#withdrawn, ...values.map((other) => [text, other.text])]
    const to = group.to === text ? proposedSpelling(values) : group.to
    const left = { ...group, values, to, evidence: evidenceWithout(group.evidence, text) }
    this.groups = this.groups.map((one) => (one === group ? left : one))
  }

  /** The replacements of the step that merges the checked groups. */
  replacements(): { from: string[]; to: string; within?: string[] }[] {
    return this.merged.map(({ values, to, within }) => ({
      from: values.map(({ text }) => text).filter((text) => text !== to),
      to,
      ...(within === null ? {} : { within: [...within] }),
    }))
  }
}

function evidenceWithout(evidence: VariantEvidence | null, text: string): VariantEvidence | null {
  if (evidence === null) return null
  const isLeft = ({ a, b }: { a: string; b: string }): boolean => a !== text && b !== text
  const links = evidence.links.filter(isLeft)
  const confidence = Math.min(...(links.length === 0 ? evidence.links : links).map((link) => link.confidence))
  return { confidence, links, warnings: evidence.warnings.filter(isLeft) }
}
