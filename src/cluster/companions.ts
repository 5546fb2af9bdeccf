import type { Column, RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { Progress } from './progress.ts'
import { looksLikeIdentifiers, SIREN_LENGTH, SIRET } from './identifiers.ts'
import { ValuePairs } from './value-pairs.ts'

/** What the values of another column, on the same rows, say of two texts. */
type CompanionWord = 'same' | 'different' | 'silent'

/** A column beside the one that is grouped. */
export interface Companion {
  name: string
  /** Whether a value stands for one thing alone (SIRET, SIREN, RNA, a code); else it only goes with it (a commune). */
  identifies: boolean
  /** What it says of two texts, each by the codes of its spellings in the grouped column's dictionary. */
  about(a: readonly number[], b: readonly number[]): CompanionWord
  /** Codes of the grouped column that share a value which few others have, by twos and more; of an identifying column only. */
  sharing(): Iterable<readonly number[]>
}

/** A value that so many texts share tells nothing of them. */
const MANY = 12

/**
 * Reads what a companion column says on the chosen rows; an identifying one is known by how its values are written. One whose
 * values come and go beside each text (who pays, a year, an amount) says nothing.
 */
export async function companionOf(
  column: Column,
  companion: Column,
  chosen: RowMask | undefined,
  progress: Progress,
): Promise<Companion> {
  const { name } = companion
  const identifies = looksLikeIdentifiers(companion)
  const pairs = await ValuePairs.of(column, companion, chosen, progress)
  if (!pairs.goTogether) return { name, identifies, about: () => 'silent', sharing: () => [] }
  const bodies = identifies ? bodiesOf(companion) : null
  const marked = new Uint32Array(companion.dictionary.size)
  let turn = 0
  return {
    name,
    identifies,
    about: (a, b) => {
      turn++
      let own = 0
      for (const text of a)
        for (const value of pairs.valuesOf(text)) {
          marked[value] = turn
          own++
        }
      let others = 0
      let shared = false
      for (const text of b)
        for (const value of pairs.valuesOf(text)) {
          others++
          if (marked[value] !== turn) continue
          if (!identifies || pairs.textsOf(value).length <= MANY) return 'same'
          shared = true
        }
      if (own === 0 || others === 0 || shared) return 'silent'
      return bodies !== null && haveBodyInCommon(a, b, pairs, bodies) ? 'silent' : 'different'
    },
    *sharing() {
      if (!identifies) return
      for (let value = BLANK + 1; value < companion.dictionary.size; value++) {
        const texts = pairs.textsOf(value)
        if (texts.length > 1 && texts.length <= MANY) yield [...texts]
      }
    },
  }
}

/** For each SIRET the SIREN that it begins with: two establishments of one body are not two bodies. */
function bodiesOf({ dictionary }: Column): (value: number) => string | null {
  return (value) => {
    const digits = dictionary.text(value).replace(/\s/g, '')
    return SIRET.test(digits) ? digits.slice(0, SIREN_LENGTH) : null
  }
}

function haveBodyInCommon(
  a: readonly number[],
  b: readonly number[],
  pairs: ValuePairs,
  bodyOf: (value: number) => string | null,
): boolean {
  const bodies = (codes: readonly number[]): (string | null)[] =>
    codes.flatMap((text) => Array.from(pairs.valuesOf(text), bodyOf))
  const others = new Set(bodies(b))
  return bodies(a).some((body) => body !== null && others.has(body))
}
