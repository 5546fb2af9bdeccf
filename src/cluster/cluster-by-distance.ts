import { type Column } from '../table/column.ts'
import { type CountedText } from '../table/map-values.ts'
import { type Cluster } from './cluster.ts'
import { countedTexts } from './counted-texts.ts'
import { type Distance } from './distances.ts'
import { hashOrder } from './hash-order.ts'
import { type Progress } from './progress.ts'
import { proposedSpelling } from './proposed-spelling.ts'

export interface Blocking {
  /** Texts at this distance or nearer are taken for spellings of one thing. */
  radius: number
  /** Only texts that share a run of this many characters are compared. */
  runLength: number
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
 * Groups around a text of those near it, as OpenRefine makes them: one group a text that has near ones, so that groups can
 * share texts, and the larger first. Each pair stands in one group only, that of the text which was met first with it.
 */
export async function clusterByDistance(
  column: Column,
  distance: Distance,
  { radius, runLength }: Blocking,
  progress: Progress,
): Promise<Cluster[]> {
  const texts = countedTexts(column).sort((a, b) => (a.text < b.text ? -1 : 1))
  const seen = texts.map(({ text }) => distance.seen(text))
  const blocks = new Map<string, number[]>()
  texts.forEach(({ text }, number) => {
    for (const run of runsOf(text, runLength)) {
      const block = blocks.get(run)
      if (block === undefined) blocks.set(run, [number])
      else block.push(number)
    }
  })
  const near = new Map<number, Set<number>>()
  const far = new Set<number>()
  let done = 0
  let compared = 0
  for (const [, block] of hashOrder([...blocks], ([run]) => run, blocks.size)) {
    done++
    for (const a of block) {
      for (const b of block) {
        if (a === b || near.get(a)?.has(b) === true || near.get(b)?.has(a) === true) continue
        const pair = a < b ? a * texts.length + b : b * texts.length + a
        if (far.has(pair)) continue
        if (++compared % PAIRS_BETWEEN_PAUSES === 0) await progress(done / blocks.size)
        if (distance.between(seen[a]!, seen[b]!, radius) > radius) {
          far.add(pair)
          continue
        }
        const group = near.get(a)
        if (group === undefined) near.set(a, new Set([a, b]))
        else group.add(b)
      }
    }
  }
  return hashOrder([...near], ([center]) => texts[center]!.text, near.size)
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([center, members]) =>
      clusterOf(
        texts[center]!.text,
        Array.from(members, (member) => texts[member]!),
      ),
    )
}

function clusterOf(key: string, members: readonly CountedText[]): Cluster {
  const values = [...members].sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
  return { key, values, proposed: proposedSpelling(values) }
}
