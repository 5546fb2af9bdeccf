import type { Column, RowMask } from '../table/column.ts'
import { companionOf, type Companion } from './companions.ts'
import type { NameLikeness } from './compare-names.ts'
import { cutNames } from './cut-names.ts'
import { joinLinks } from './join-links.ts'
import { joinedNames, MeetingNames } from './meeting-names.ts'
import { linkBetween, linksWithin, weighedLink, type Link } from './name-links.ts'
import { namesOfColumn, type Name } from './names-of-column.ts'
import { nearWords } from './near-words.ts'
import { stretch, type Progress } from './progress.ts'
import type { VariantGroup } from './variant-group.ts'
import { WordEvidence } from './word-evidence.ts'

export interface VariantOptions {
  /** Only these rows count; all of them if absent. */
  chosen?: RowMask | undefined
  /** Pairs of spellings that a person has refused: they are not proposed again, nor brought together by others. */
  refused?: readonly (readonly [a: string, b: string])[]
}

const NAMES_BETWEEN_PAUSES = 250
const CUT: NameLikeness = { reason: { kind: 'cut' }, distance: 0, confidence: 0.75 }

/**
 * Spellings of one thing in a column, found by several methods at once, the surest groups first. Companion columns (of the
 * same rows: SIRET, commune) speak for and against. Names that a number, an ordinal or a lone letter tells apart never meet.
 *
 * Spellings with the same letters are one form; forms with the same words, one name; names that meet by their words are
 * compared; links are joined to groups. `progress` is told how far the search is, some times a hundredth of a second's work
 * apart; what it rejects with, the search rejects with. Rejects with Problem `too-many-near` when the texts are codes that
 * nearly all resemble each other.
 */
export async function findVariants(
  column: Column,
  companions: readonly Column[],
  progress: Progress,
  { chosen, refused = [] }: VariantOptions = {},
): Promise<VariantGroup[]> {
  const beside: Companion[] = []
  const share = 0.1 / Math.max(companions.length, 1)
  for (const [at, companion] of companions.entries())
    beside.push(await companionOf(column, companion, chosen, stretch(progress, at * share, (at + 1) * share)))
  const names = await namesOfColumn(column, chosen, stretch(progress, 0.1, 0.3))
  const evidence = new WordEvidence()
  await eachOf(names.length, stretch(progress, 0.3, 0.32), (number) => evidence.add(names[number]!.words))
  const links = await linksOf(names, evidence, beside, stretch(progress, 0.32, 0.9))
  return joinLinks(links, { evidence, companions: beside, refused }, stretch(progress, 0.9, 1))
}

/** All links between spellings of the same and of different names. */
async function linksOf(
  names: readonly Name[],
  evidence: WordEvidence,
  companions: readonly Companion[],
  progress: Progress,
): Promise<Link[]> {
  const links: Link[] = []
  const compare = (a: number, b: number): void => {
    const [left, right] = [names[a]!, names[b]!]
    if (left === right || left.marks !== right.marks) return
    const link = linkBetween(left, right, evidence, companions)
    if (link !== null) links.push(link)
  }
  const near = await nearWords(names, evidence, stretch(progress, 0, 0.3))
  const joined = await joinedNames(names, stretch(progress, 0.3, 0.5))
  const meeting = new MeetingNames(names, near, evidence)
  await eachOf(names.length, stretch(progress, 0.5, 0.6), (number) => {
    meeting.enter(number)
    for (const link of linksWithin(names[number]!, companions)) links.push(link)
  })
  await eachOf(names.length, stretch(progress, 0.6, 0.9), (number) => {
    for (const other of meeting.meet(number)) compare(number, other)
  })
  await eachOf(joined.length, stretch(progress, 0.9, 0.94), (at) => compare(...joined[at]!))
  for (const [cut, whole] of await cutNames(names, evidence, stretch(progress, 0.94, 0.97))) {
    const link = weighedLink(CUT, cut, whole, companions)
    if (link !== null) links.push(link)
  }
  const nameOfCode = new Map<number, number>()
  if (companions.length > 0)
    for (const [number, { codes }] of names.entries()) for (const code of codes) nameOfCode.set(code, number)
  const sharing = companions.flatMap((companion) => [...companion.sharing()])
  await eachOf(sharing.length, stretch(progress, 0.97, 1), (at) => {
    const numbers = [...new Set(sharing[at]!.flatMap((code) => nameOfCode.get(code) ?? []))]
    for (const [first, a] of numbers.entries()) for (const b of numbers.slice(first + 1)) compare(a, b)
  })
  return links
}

async function eachOf(count: number, progress: Progress, work: (number: number) => void): Promise<void> {
  for (let number = 0; number < count; number++) {
    if (number % NAMES_BETWEEN_PAUSES === 0) await progress(number / count)
    work(number)
  }
}
