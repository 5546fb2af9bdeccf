import type { CountedText } from '../table/map-values.ts'
import { ColumnBuilder, type Column } from '../table/column.ts'
import { findDistance, type Distance } from './distances.ts'
import { findKeyer } from './keyers.ts'
import type { Keyer } from './keyer.ts'
import { matchToList } from './match-to-list.ts'
import type { Progress } from './progress.ts'

/** The method of the button « Trouver les variantes »: several at once. */
export const ALL_METHODS = 'variants'

/** Matches less likely are not worth a person's time. */
const LEAST_SCORE = 0.6
const TEXTS_BETWEEN_PAUSES = 200

/**
 * For each new text that a method takes for one of the known ones, that one; `becomes` says of each known text which spelling its
 * group takes. `method` as recipes name it; one that is not known
 * finds nothing. Rejects with what `progress` rejects with.
 */
export async function nearKnown(
  texts: readonly CountedText[],
  becomes: ReadonlyMap<string, string>,
  { method, radius }: { method: string; radius?: number | undefined },
  progress: Progress,
): Promise<Map<string, string>> {
  const known = [...becomes.keys()]
  if (method === ALL_METHODS) return nearByAll(texts, becomes, progress)
  const keyer = findKeyer(method)
  if (keyer !== undefined) return nearByKey(texts, known, keyer)
  const distance = findDistance(method)
  if (distance === undefined) return new Map()
  return nearByDistance(texts, known, { distance, radius: radius ?? distance.radius }, progress)
}

async function nearByAll(
  texts: readonly CountedText[],
  becomes: ReadonlyMap<string, string>,
  progress: Progress,
): Promise<Map<string, string>> {
  const known = columnOf([...becomes.keys()])
  const matches = await matchToList(columnOf(texts.map(({ text }) => text)), known, progress)
  const near = new Map<string, string>()
  for (const { text, official, score, others } of matches) {
    const all = official === null ? others : [{ official, score }]
    const [best] = all
    if (best === undefined || best.score < LEAST_SCORE) continue
    // Spellings of one group may be equally near: that is no doubt.
    const targets = new Set(
      all.filter((one) => one.score === best.score).map((one) => becomes.get(one.official)),
    )
    if (targets.size === 1) near.set(text, best.official)
  }
  return near
}

function columnOf(texts: readonly string[]): Column {
  const builder = new ColumnBuilder()
  for (const text of texts) builder.addText(text)
  return builder.finish('')
}

function nearByKey(
  texts: readonly CountedText[],
  known: readonly string[],
  keyer: Keyer,
): Map<string, string> {
  const byKey = new Map<string, string>()
  for (const text of known) {
    const key = keyer.key(text)
    if (key !== '' && !byKey.has(key)) byKey.set(key, text)
  }
  const near = new Map<string, string>()
  for (const { text } of texts) {
    const one = byKey.get(keyer.key(text))
    if (one !== undefined) near.set(text, one)
  }
  return near
}

async function nearByDistance(
  texts: readonly CountedText[],
  known: readonly string[],
  { distance, radius }: { distance: Distance; radius: number },
  progress: Progress,
): Promise<Map<string, string>> {
  const seen = known.map((text) => distance.seen(text))
  const near = new Map<string, string>()
  for (const [at, { text }] of texts.entries()) {
    if (at % TEXTS_BETWEEN_PAUSES === 0) await progress(at / texts.length)
    const own = distance.seen(text)
    let least = radius
    for (const [index, other] of seen.entries()) {
      const apart = distance.between(own, other, least)
      if (apart > least || (apart === least && near.has(text))) continue
      least = apart
      near.set(text, known[index]!)
    }
  }
  return near
}
