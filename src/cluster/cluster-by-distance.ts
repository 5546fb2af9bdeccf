import type { Column } from '../table/column.ts'
import type { CountedText } from '../table/map-values.ts'
import type { Cluster } from './cluster.ts'
import { countedTexts } from './counted-texts.ts'
import type { Distance } from './distances.ts'
import { hashOrder, setHashOrder } from './hash-order.ts'
import { nearPairs } from './near-pairs.ts'
import { stretch, type Progress } from './progress.ts'
import { proposedSpelling } from './proposed-spelling.ts'

export interface Blocking {
  /** Texts at this distance or nearer are taken for spellings of one thing. */
  radius: number
  /** Only texts that share a run of this many characters are compared; if it is `null` none is left out. */
  runLength: number | null
  /**
   * Parts into which the runs are dealt, each searched without knowing the others. OpenRefine makes one a processor of its
   * machine, so that a group can come twice, whole and in part; 1, when it is absent, finds each whole.
   */
  parts?: number
}

const UNSAID = /[\0-\x1f\x7f]|[!-/:-@[-`{-~]/g
const BLANKS = /[ \t\n\v\f\r]+/g
const OUTER = /^[\0- ]+|[\0- ]+$/g

/** The runs of characters by which a text meets others, each once. */
function runsOf(text: string, length: number): Set<string> {
  const seen = text.replace(OUTER, '').replace(UNSAID, '').replace(BLANKS, ' ').toLowerCase()
  const runs = new Set<string>()
  for (let at = 0; at + length <= seen.length; at++) runs.add(seen.slice(at, at + length))
  return runs
}

/** For each text that has any, by its number, the texts near it. */
type Near = Map<number, Set<number>>

function link(near: Near, a: number, b: number): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const others = near.get(from)
    if (others === undefined) near.set(from, new Set([to]))
    else others.add(to)
  }
}

const PAIRS_BETWEEN_PAUSES = 256
const TEXTS_BETWEEN_PAUSES = 500

/**
 * Groups as OpenRefine makes them: one around each text that has others near it, so that groups can share texts, each set of
 * texts once, the larger first.
 */
export async function clusterByDistance(
  column: Column,
  distance: Distance,
  blocking: Blocking,
  progress: Progress,
): Promise<Cluster[]> {
  const texts = countedTexts(column).sort((a, b) => (a.text < b.text ? -1 : 1))
  const textOf = (number: number): string => texts[number]!.text
  const groups = new Map<string, { center: number; members: number[] }>()
  const found =
    blocking.runLength === null
      ? [await allNearTexts(texts, distance, blocking.radius, progress)]
      : await nearTextsInBlocks(texts, distance, { ...blocking, runLength: blocking.runLength }, progress)
  for (const near of found) {
    let done = 0
    for (const [center, others] of hashOrder([...near], ([number]) => textOf(number), near.size)) {
      if (++done % TEXTS_BETWEEN_PAUSES === 0) await progress(1)
      const members = [center, ...others].sort((a, b) => a - b)
      const key = members.join()
      if (!groups.has(key)) groups.set(key, { center, members })
    }
  }
  return setHashOrder([...groups.values()], ({ members }) => members.map(textOf))
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ center, members }) =>
      clusterOf(
        textOf(center),
        members.map((member) => texts[member]!),
      ),
    )
}

/** For each part and each text, by its number, the texts near it among those that share a run of characters with it. */
async function nearTextsInBlocks(
  texts: readonly CountedText[],
  distance: Distance,
  { radius, runLength, parts = 1 }: Blocking & { runLength: number },
  progress: Progress,
): Promise<Near[]> {
  const blocksOf = new Map<string, number[]>()
  for (const [number, { text }] of texts.entries()) {
    if (number % TEXTS_BETWEEN_PAUSES === 0) await progress((number / texts.length) * 0.1)
    for (const run of runsOf(text, runLength)) {
      const block = blocksOf.get(run)
      if (block === undefined) blocksOf.set(run, [number])
      else block.push(number)
    }
  }
  const blocks = hashOrder([...blocksOf], ([run]) => run, blocksOf.size)
  const blocksInPart = Math.floor(blocks.length / parts) + 1
  const search = { texts, distance, radius, runLength, blocksInPart }
  const rest = stretch(progress, 0.1, 1)
  return distance.countsLetters && radius < 3
    ? nearTextsThatShare(search, new Map(blocks.map(([run], at) => [run, at])), rest)
    : comparedInBlocks(search, blocks, rest)
}

interface BlockSearch {
  texts: readonly CountedText[]
  distance: Distance
  radius: number
  runLength: number
  blocksInPart: number
}

/** Near texts are found first; those that share no run are left out, the others taken in the order of their blocks. */
async function nearTextsThatShare(
  { texts, distance, radius, runLength, blocksInPart }: BlockSearch,
  blockOf: ReadonlyMap<string, number>,
  progress: Progress,
): Promise<Near[]> {
  const all = await allNearTexts(texts, distance, radius, stretch(progress, 0, 0.8))
  const blocksOf = (number: number): number[] =>
    Array.from(runsOf(texts[number]!.text, runLength), (run) => blockOf.get(run)!)
  const meetings: { block: number; a: number; b: number }[] = []
  let done = 0
  for (const [a, others] of all) {
    if (++done % TEXTS_BETWEEN_PAUSES === 0) await progress(0.8 + (done / all.size) * 0.2)
    const own = new Set(blocksOf(a))
    for (const b of others) {
      if (b < a) continue
      const firstInPart = new Map<number, number>()
      for (const block of blocksOf(b)) {
        if (!own.has(block)) continue
        const part = Math.floor(block / blocksInPart)
        firstInPart.set(part, Math.min(block, firstInPart.get(part) ?? Infinity))
      }
      for (const block of firstInPart.values()) meetings.push({ block, a, b })
    }
  }
  meetings.sort((x, y) => x.block - y.block || x.a - y.a || x.b - y.b)
  const found: Near[] = []
  for (const { block, a, b } of meetings) link((found[Math.floor(block / blocksInPart)] ??= new Map()), a, b)
  return found.filter((near) => near.size > 0)
}

/** Texts for which noting each pair that was compared takes sixty megabytes at most. */
const MOST_NOTED = 22_000

/** Every pair of a block is compared. */
async function comparedInBlocks(
  { texts, distance, radius, blocksInPart }: BlockSearch,
  blocks: readonly (readonly [string, readonly number[]])[],
  progress: Progress,
): Promise<Near[]> {
  const seen = texts.map(({ text }) => distance.seen(text))
  const compared = texts.length > MOST_NOTED ? null : new Uint8Array(Math.ceil(texts.length ** 2 / 8))
  const isNear = new Set<number>()
  const found: Near[] = []
  let tried = 0
  for (let start = 0; start < blocks.length; start += blocksInPart) {
    const near: Near = new Map()
    for (const [at, [, block]] of blocks.slice(start, start + blocksInPart).entries()) {
      for (const [first, a] of block.entries()) {
        for (let second = first + 1; second < block.length; second++) {
          const b = block[second]!
          if (++tried % PAIRS_BETWEEN_PAUSES === 0) await progress((start + at) / blocks.length)
          const pair = a * texts.length + b
          const bit = 1 << (pair % 8)
          const place = Math.floor(pair / 8)
          if (compared === null || (compared[place]! & bit) === 0) {
            if (compared !== null) compared[place]! |= bit
            if (distance.between(seen[a]!, seen[b]!, radius) <= radius) isNear.add(pair)
          }
          if (isNear.has(pair)) link(near, a, b)
        }
      }
    }
    found.push(near)
  }
  return found
}

/** The same with none left out: by deletions where the measure counts letters and the radius is small, else pair by pair. */
async function allNearTexts(
  texts: readonly CountedText[],
  distance: Distance,
  radius: number,
  progress: Progress,
): Promise<Near> {
  const numbersOf = new Map<string, number[]>()
  texts.forEach(({ text }, number) => {
    const seen = distance.seen(text)
    const numbers = numbersOf.get(seen)
    if (numbers === undefined) numbersOf.set(seen, [number])
    else numbers.push(number)
  })
  const seen = [...numbersOf.keys()]
  const numbers = [...numbersOf.values()]
  const near: Near = new Map()
  for (const same of numbers)
    for (const [at, a] of same.entries()) for (const b of same.slice(at + 1)) link(near, a, b)
  const linkAll = (a: number, b: number): void => {
    for (const from of numbers[a]!) for (const to of numbers[b]!) link(near, from, to)
  }
  if (distance.countsLetters && radius < 3) {
    if (radius < 1) return near
    const options = { radius: radius < 2 ? (1 as const) : (2 as const), between: distance.between }
    for (const { a, b } of await nearPairs(seen, options, progress)) linkAll(a, b)
    return near
  }
  let compared = 0
  for (let a = 0; a < seen.length; a++)
    for (let b = a + 1; b < seen.length; b++) {
      if (++compared % PAIRS_BETWEEN_PAUSES === 0) await progress(a / seen.length)
      if (distance.between(seen[a]!, seen[b]!, radius) <= radius) linkAll(a, b)
    }
  return near
}

function clusterOf(key: string, members: readonly CountedText[]): Cluster {
  const values = [...members].sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
  return { key, values, proposed: proposedSpelling(values) }
}
