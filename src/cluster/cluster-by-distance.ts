import { type Column } from '../table/column.ts'
import { type CountedText } from '../table/map-values.ts'
import { type Cluster } from './cluster.ts'
import { countedTexts } from './counted-texts.ts'
import { type Distance } from './distances.ts'
import { hashOrder, setHashOrder } from './hash-order.ts'
import { type Progress } from './progress.ts'
import { proposedSpelling } from './proposed-spelling.ts'

export interface Blocking {
  /** Texts at this distance or nearer are taken for spellings of one thing. */
  radius: number
  /** Only texts that share a run of this many characters are compared. */
  runLength: number
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

const PAIRS_BETWEEN_PAUSES = 20_000

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
  for (const near of await nearTexts(texts, distance, blocking, progress)) {
    for (const [center, others] of hashOrder([...near], ([number]) => textOf(number), near.size)) {
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
async function nearTexts(
  texts: readonly CountedText[],
  distance: Distance,
  { radius, runLength, parts = 1 }: Blocking,
  progress: Progress,
): Promise<Map<number, Set<number>>[]> {
  const seen = texts.map(({ text }) => distance.seen(text))
  const blocksOf = new Map<string, number[]>()
  texts.forEach(({ text }, number) => {
    for (const run of runsOf(text, runLength)) {
      const block = blocksOf.get(run)
      if (block === undefined) blocksOf.set(run, [number])
      else block.push(number)
    }
  })
  const blocks = hashOrder([...blocksOf], ([run]) => run, blocksOf.size)
  const blocksInPart = Math.floor(blocks.length / parts) + 1
  const isNear = new Map<number, boolean>()
  const found: Map<number, Set<number>>[] = []
  for (let start = 0; start < blocks.length; start += blocksInPart) {
    const near = new Map<number, Set<number>>()
    const add = (a: number, b: number): void => {
      const others = near.get(a)
      if (others === undefined) near.set(a, new Set([b]))
      else others.add(b)
    }
    for (const [at, [, block]] of blocks.slice(start, start + blocksInPart).entries()) {
      for (const [first, a] of block.entries()) {
        for (const b of block.slice(first + 1)) {
          const pair = a * texts.length + b
          const known = isNear.get(pair) ?? distance.between(seen[a]!, seen[b]!, radius) <= radius
          if (!isNear.has(pair) && isNear.set(pair, known).size % PAIRS_BETWEEN_PAUSES === 0)
            await progress((start + at) / blocks.length)
          if (!known) continue
          add(a, b)
          add(b, a)
        }
      }
    }
    found.push(near)
  }
  return found
}

function clusterOf(key: string, members: readonly CountedText[]): Cluster {
  const values = [...members].sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
  return { key, values, proposed: proposedSpelling(values) }
}
