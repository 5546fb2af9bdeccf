import type { Table } from '../table/table.ts'
import type { Finding } from './finding.ts'

/** What people have decided already. */
export interface Known {
  /** By name of column, the lists of spellings that were refused as variants of one thing. */
  refused: ReadonlyMap<string, readonly (readonly string[])[]>
}

/** Looks for one kind of thing in a table. It must cost no more than the distinct values, and say nothing on a clean table. */
export type Finder = (table: Table, known?: Known) => Finding[]

/** A finder that has something to load first: nomenclatures. */
export type LateFinder = (table: Table, known?: Known) => Promise<Finding[]>
