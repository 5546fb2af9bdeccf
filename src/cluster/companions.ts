import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'

/** What the values of another column, on the same rows, say of two texts. */
type CompanionWord = 'same' | 'different' | 'silent'

/** A column beside the one that is grouped. */
export interface Companion {
  name: string
  /** Whether a value stands for one thing alone (SIRET, SIREN, RNA, a code); else it only goes with it (a commune). */
  identifies: boolean
  /** What it says of two texts, by their codes in the grouped column's dictionary. */
  about(a: readonly number[], b: readonly number[]): CompanionWord
  /** Pairs of codes of the grouped column that share a value which few others have; of an identifying column only. */
  sharing(): (readonly number[])[]
}

const IDENTIFIER = /^(?:\d[\d\s.]{7,16}\d|W\d{9}|W\d[A-Z0-9]\d{7}|[^\s@]+@[^\s@]+)$/i
/** A value that so many texts share tells nothing of them. */
const MANY = 12

/** Reads what a companion column says; an identifying one is known by how its values are written. */
export function companionOf(column: Column, companion: Column): Companion {
  const codes = column.codes
  const valuesOf = new Map<number, Set<number>>()
  const textsOf = new Map<number, Set<number>>()
  for (let row = 0; row < codes.length; row++) {
    const text = codes[row]!
    const value = companion.codes[row]!
    if (text === BLANK || companion.dictionary.isEmpty(value)) continue
    addTo(valuesOf, text, value)
    addTo(textsOf, value, text)
  }
  const identifies = looksLikeIdentifiers(companion)
  return {
    name: companion.name,
    identifies,
    about: (a, b) => {
      const left = a.flatMap((text) => [...(valuesOf.get(text) ?? [])])
      const right = new Set(b.flatMap((text) => [...(valuesOf.get(text) ?? [])]))
      if (left.length === 0 || right.size === 0) return 'silent'
      if (!left.some((value) => right.has(value))) return 'different'
      return !identifies || left.some((value) => right.has(value) && (textsOf.get(value)?.size ?? 0) <= MANY)
        ? 'same'
        : 'silent'
    },
    sharing: () =>
      identifies
        ? [...textsOf.values()].filter(({ size }) => size > 1 && size <= MANY).map((texts) => [...texts])
        : [],
  }
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}

/** Whether nine in ten of the values are written like a SIRET, a SIREN, an RNA number or an address of mail. */
export function looksLikeIdentifiers(column: Column): boolean {
  const counts = countCodes(column)
  let values = 0
  let identifiers = 0
  for (let code = BLANK + 1; code < column.dictionary.size && values < 1000; code++) {
    if (counts[code] === 0 || column.dictionary.isEmpty(code)) continue
    values++
    if (IDENTIFIER.test(column.dictionary.text(code).trim())) identifiers++
  }
  return values > 0 && identifiers >= values * 0.9
}
