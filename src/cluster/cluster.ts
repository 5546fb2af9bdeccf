/** Spellings that a method takes for the same thing, most frequent first. */
export interface Cluster {
  key: string
  values: readonly { text: string; cells: number }[]
  /** The spelling that the group would take: the most frequent, then the one with accents and proper case. */
  proposed: string
}
