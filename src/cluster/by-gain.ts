import type { Cluster } from './cluster.ts'

/** Cells that would change if every spelling of the group took the proposed one. */
const cellsGained = ({ values, proposed }: Cluster): number =>
  values.reduce((sum, { text, cells }) => (text === proposed ? sum : sum + cells), 0)

const allCells = ({ values }: Cluster): number => values.reduce((sum, { cells }) => sum + cells, 0)

/** Groups in the order in which people want to see them: those that would change most cells first. */
export const byGain = (clusters: readonly Cluster[]): Cluster[] =>
  clusters
    .map((cluster) => ({ cluster, gain: cellsGained(cluster) }))
    .sort((a, b) => b.gain - a.gain || allCells(b.cluster) - allCells(a.cluster))
    .map(({ cluster }) => cluster)
