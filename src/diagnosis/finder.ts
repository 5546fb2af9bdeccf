import type { Table } from '../table/table.ts'
import type { Finding } from './finding.ts'

/** Looks for one kind of thing in a table. It must cost no more than the distinct values, and say nothing on a clean table. */
export type Finder = (table: Table) => Finding[]

/** A finder that has something to load first: nomenclatures. */
export type LateFinder = (table: Table) => Promise<Finding[]>
