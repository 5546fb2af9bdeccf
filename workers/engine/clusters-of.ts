import { byGain } from '../../src/cluster/by-gain.ts'
import { clusterByDistance } from '../../src/cluster/cluster-by-distance.ts'
import { clusterByKey } from '../../src/cluster/cluster-by-key.ts'
import type { Cluster } from '../../src/cluster/cluster.ts'
import { findDistance } from '../../src/cluster/distances.ts'
import type { Keyer } from '../../src/cluster/keyer.ts'
import { findKeyer } from '../../src/cluster/keyers.ts'
import type { Progress } from '../../src/cluster/progress.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { Column } from '../../src/table/column.ts'
import type { ChosenMethod } from '../facade.ts'

/** Groups of a column by one method, those first that bring most. Throws Problem `unknown-method`. */
export async function clustersOf(
  column: Column,
  { id, radius, runLength = null }: ChosenMethod,
  progress: Progress,
): Promise<readonly Cluster[]> {
  const keyer = findKeyer(id)
  if (keyer !== undefined) return byGain(clusterByKey(column, await keyed(column, keyer, progress)))
  const distance = findDistance(id)
  if (distance === undefined) throw new Problem('unknown-method', { name: id })
  return byGain(
    await clusterByDistance(column, distance, { radius: radius ?? distance.radius, runLength }, progress),
  )
}

const TEXTS_BETWEEN_PAUSES = 500

/** The same keyer with the keys of the column known beforehand: making them is the long part, and can be given up. */
async function keyed({ dictionary }: Column, keyer: Keyer, progress: Progress): Promise<Keyer> {
  const keys = new Map<string, string>()
  for (let code = 1; code < dictionary.size; code++) {
    if (code % TEXTS_BETWEEN_PAUSES === 0) await progress(code / dictionary.size)
    const text = dictionary.text(code)
    keys.set(text, keyer.key(text))
  }
  return { ...keyer, key: (text) => keys.get(text) ?? keyer.key(text) }
}
