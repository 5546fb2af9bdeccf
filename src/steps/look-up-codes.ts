import type { Column } from '../table/column.ts'
import { DictionaryBuilder } from '../table/dictionary.ts'
import type { Lookup } from '../table/lookup.ts'
import type { CountedText } from '../table/map-values.ts'
import type { Settled } from './settled.ts'
import { valueFromText } from './value-from-text.ts'

/** What looking the codes of a column up has found. */
export interface FoundCodes {
  /** Number of the key of each entry of the column, -1 for none. */
  keys: Int32Array
  /** What a person wants written for an entry, by column of the reference. */
  own: Map<number, Readonly<Record<string, string>>>
  emptyCells: number
  unmatched: CountedText[]
  ambiguous: CountedText[]
  /** Decisions that served; `known` when the reference has the code by itself. */
  settled: { decision: Settled; cells: number; known: boolean }[]
  /** Codes that took the answer of their parent. */
  fromParents: { code: string; parent: string; cells: number }[]
}

/** What is looked up: distinct codes or, where versions count, distinct codes with their dates. */
export interface CodeEntries {
  readonly size: number
  text(entry: number): string
}

interface LookUpOptions {
  /** Whether a code that is not found takes the answer of the code above it. */
  parents: boolean
  settled: ReadonlyMap<string, Settled>
}

/** Looks each entry up that some cell holds, without outer blanks. `counts` are of cells, by entry. */
export function lookUpCodes(
  entries: CodeEntries,
  { find, ambiguous }: Lookup,
  counts: Uint32Array,
  { parents, settled }: LookUpOptions,
): FoundCodes {
  const found: FoundCodes = {
    keys: new Int32Array(entries.size).fill(-1),
    own: new Map(),
    emptyCells: 0,
    unmatched: [],
    ambiguous: [],
    settled: [],
    fromParents: [],
  }
  for (let entry = 0; entry < entries.size; entry++) {
    const cells = counts[entry]!
    if (cells === 0) continue
    const text = entries.text(entry)
    const code = text.trim()
    if (code === '') {
      found.emptyCells += cells
      continue
    }
    const decision = settled.get(code)
    if (decision !== undefined) {
      found.settled.push({ decision, cells, known: find(code, entry) !== undefined })
      if (decision.own !== undefined) found.own.set(entry, decision.own)
      if (typeof decision.to !== 'string') continue
    }
    const wanted = decision?.to ?? code
    const parent = parents && decision === undefined ? parentOf(wanted, (one) => find(one, entry)) : undefined
    const number = find(wanted, entry) ?? parent?.number
    if (number === undefined) {
      found.unmatched.push({ text, cells })
      continue
    }
    if (parent !== undefined) found.fromParents.push({ code, parent: parent.code, cells })
    found.keys[entry] = number
    if (ambiguous[number] === 1) found.ambiguous.push({ text, cells })
  }
  // A code with several dates comes several times.
  return {
    ...found,
    unmatched: summed(found.unmatched, ({ text }) => text),
    ambiguous: summed(found.ambiguous, ({ text }) => text),
    settled: summed(found.settled, ({ decision, known }) => `${known} ${decision.code}`),
    fromParents: summed(found.fromParents, ({ code, parent }) => JSON.stringify([code, parent])),
  }
}

/** Those that are the same once, with their cells added. */
function summed<T extends { cells: number }>(ones: readonly T[], sameAs: (one: T) => string): T[] {
  const sums = new Map<string, T>()
  for (const one of ones) {
    const key = sameAs(one)
    const before = sums.get(key)
    sums.set(key, before === undefined ? one : { ...before, cells: before.cells + one.cells })
  }
  return [...sums.values()]
}

/** The nearest code above one that is not there: itself without its last character, and so on down to two characters. */
function parentOf(
  code: string,
  find: (text: string) => number | undefined,
): { code: string; number: number } | undefined {
  if (find(code) !== undefined) return undefined
  for (let end = code.length - 1; end >= 2; end--) {
    const number = find(code.slice(0, end))
    if (number !== undefined) return { code: code.slice(0, end), number }
  }
  return undefined
}

/** The answers of a taken column for each entry of the codes, with those that a person gave. */
export function answersOf(
  known: Column,
  codes: ArrayLike<number>,
  { keys, own }: FoundCodes,
  taken: string,
): { answers: Column; answerOfCode: Uint32Array } {
  const answerOfCode = Uint32Array.from(keys, (number) => (number < 0 ? 0 : codes[number]!))
  if (own.size === 0) return { answers: known, answerOfCode }
  const builder = new DictionaryBuilder()
  const answers = answerOfCode.map((code, entry) => {
    const given = own.get(entry)
    if (given === undefined) return builder.addValue(known.dictionary.value(code, known.type), known.type)
    const text = Object.hasOwn(given, taken) ? given[taken]! : ''
    return text === '' ? 0 : builder.addValue(valueFromText(text, known.type), known.type)
  })
  return { answers: { ...known, dictionary: builder.finish() }, answerOfCode: answers }
}
