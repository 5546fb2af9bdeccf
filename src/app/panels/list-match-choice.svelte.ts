import { SvelteMap } from 'svelte/reactivity'
import type { ListMatch } from '../../cluster/match-to-list.ts'
import { folded } from '../../steps/folded.ts'
import { refusalsOf } from '../../steps/refused-pairs.ts'
import { listReplacements } from './list-replacements.ts'

/** What a person says of a value: this official one, none of them (and not to be asked again), or nothing yet. */
type Decision = { to: string } | 'leave' | 'open'

/** A value with what was decided about it. */
export type Decided = readonly [text: string, decision: Decision]

/** A value of the table that is not in the list, with the official ones that resemble it, the nearest first. */
export interface UnlistedValue {
  text: string
  cells: number
  proposal: { official: string; score: number; reason: ListMatch['reason'] } | null
  candidates: readonly { official: string; score: number }[]
}

/** What the list says of a value, whatever is decided: one is proposed, several or doubtful ones are shown, none is near. */
export type MatchKind = 'proposed' | 'doubtful' | 'alone'

export const kindOf = ({ proposal, candidates }: UnlistedValue): MatchKind =>
  proposal !== null ? 'proposed' : candidates.length > 0 ? 'doubtful' : 'alone'

/** From this likeness on, a proposal is accepted unless the person says otherwise. */
const ACCEPTED_FROM = 0.9

/** The values of a column beside a list: what is proposed, and what becomes of each. */
export class ListMatchChoice {
  values = $state.raw<readonly UnlistedValue[]>([])
  /** Distinct values of the column that are in the list as they are. */
  exact = $state(0)
  /** Values of which every official one was refused by an earlier step. */
  leftBefore = $state(0)
  acceptedFrom = $state(ACCEPTED_FROM)
  kind = $state<MatchKind | 'all'>('all')
  search = $state('')
  readonly #decisions = new SvelteMap<string, Decision>()

  readonly #wanted: string = $derived.by(() => folded(this.search))
  readonly shown: readonly UnlistedValue[] = $derived.by(() =>
    this.values.filter(
      (value) =>
        (this.kind === 'all' || kindOf(value) === this.kind) &&
        (this.#wanted === '' ||
          folded(value.text).includes(this.#wanted) ||
          folded(value.proposal?.official ?? '').includes(this.#wanted)),
    ),
  )
  readonly counts: Readonly<Record<MatchKind, number>> = $derived.by(() => {
    const counts = { proposed: 0, doubtful: 0, alone: 0 }
    for (const value of this.values) counts[kindOf(value)]++
    return counts
  })
  readonly accepted: readonly UnlistedValue[] = $derived.by(() =>
    this.values.filter((value) => this.becomes(value) !== null),
  )
  readonly acceptedRows: number = $derived.by(() => rowsOf(this.accepted))
  /** Values that stay outside the list. */
  readonly open: readonly UnlistedValue[] = $derived.by(() =>
    this.values.filter((value) => this.becomes(value) === null),
  )
  readonly openRows: number = $derived.by(() => rowsOf(this.open))
  /** Values that a person has left as they are, each with the official ones that it is not, as the step keeps them. */
  readonly refused: readonly string[][] = $derived.by(() =>
    this.values
      .filter(({ text, candidates }) => candidates.length > 0 && this.#decisions.get(text) === 'leave')
      .map(({ text, candidates }) => [text, ...candidates.map(({ official }) => official)]),
  )

  /** Takes what the search has found; official values refused before are left out. */
  take(found: readonly ListMatch[], refusedBefore: readonly (readonly string[])[]): void {
    const areApart = refusalsOf(refusedBefore)
    this.exact = found.filter(({ text, official }) => text === official).length
    this.leftBefore = 0
    this.values = found.flatMap(({ text, cells, official, score, reason, others }): UnlistedValue[] => {
      if (text === official) return []
      const near = official === null ? others : [{ official, score }, ...others]
      const candidates = near.filter((one) => !areApart(text, one.official))
      if (near.length > 0 && candidates.length === 0) {
        this.leftBefore++
        return []
      }
      const isOpen = official !== null && !areApart(text, official)
      return [{ text, cells, candidates, proposal: isOpen ? { official, score, reason } : null }]
    })
    for (const text of this.#decisions.keys())
      if (!this.values.some((value) => value.text === text)) this.#decisions.delete(text)
  }

  /** What was decided, for the page to go on from when it is opened again. */
  get decisions(): Decided[] {
    return [...this.#decisions]
  }

  resume(decisions: readonly Decided[]): void {
    for (const [text, decision] of decisions) this.#decisions.set(text, decision)
  }

  forget(): void {
    this.values = []
    this.#decisions.clear()
    this.kind = 'all'
    this.search = ''
  }

  decisionOf({ text }: UnlistedValue): Decision | undefined {
    return this.#decisions.get(text)
  }

  decide({ text }: UnlistedValue, decision: Decision): void {
    this.#decisions.set(text, decision)
  }

  /** The official value that takes the place of this one; `null` while it stays as it is. */
  becomes(value: UnlistedValue): string | null {
    const decision = this.#decisions.get(value.text)
    if (decision !== undefined) return typeof decision === 'string' ? null : decision.to
    const { proposal } = value
    return proposal !== null && proposal.score >= this.acceptedFrom ? proposal.official : null
  }

  /** The replacements of the step: each official value with those that become it. */
  replacements(): { from: string[]; to: string }[] {
    return listReplacements(this.accepted.map((value) => ({ text: value.text, to: this.becomes(value)! })))
  }
}

const rowsOf = (values: readonly UnlistedValue[]): number => values.reduce((sum, { cells }) => sum + cells, 0)
