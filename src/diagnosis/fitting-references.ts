import { explainedWords, rankWords, type PlanRank } from '../nomenclature/rank-plans.ts'
import { BUILT_IN_TABLES } from '../nomenclature/built-in-tables.ts'
import { codesToRank } from '../nomenclature/codes-to-rank.ts'
import { rankTables, type TableRank } from '../nomenclature/rank-tables.ts'
import type { Localized } from '../i18n/messages.ts'
import { folded } from '../steps/folded.ts'
import type { Reference } from '../steps/reference.ts'
import type { Column } from '../table/column.ts'
import type { Table } from '../table/table.ts'
import { fittingPlans } from './fitting-plans.ts'

/** A reference that Tamis carries and how well it explains a column of codes; counts are of filled cells. */
export interface FittingReference {
  reference: Exclude<Reference, { sheet: string }>
  said: Localized
  cells: number
  matchedCells: number
  zeroCells: number
}

/** A nomenclature that explains this part of the cells leaves no doubt about what they are, unless the column's name says otherwise. */
const NO_DOUBT = 0.95

/** A reference that knows less than this part of the cells is no proposal: a few codes coincide everywhere. */
const CHANCE = 0.1

/** The nomenclatures and the other tables that explain a column of codes, best first; of equal ones the table that its name speaks of. */
export async function fittingReferences(
  table: Table,
  column: Column,
  progress: (part: number) => Promise<void>,
): Promise<FittingReference[]> {
  const plans = (await fittingPlans(table, column, { progress })).map(ofPlan)
  const best = plans[0]
  const name = folded(column.name).replace(/[_-]+/g, ' ')
  const namedOnly = best !== undefined && explained(best) >= best.cells * NO_DOUBT
  const tables = (await rankTables(codesToRank(column), { name, namedOnly })).map(ofTable)
  return [...tables, ...plans]
    .filter((one) => explained(one) >= one.cells * CHANCE)
    .sort((a, b) => explained(b) - explained(a))
}

const explained = ({ matchedCells, zeroCells }: FittingReference): number => matchedCells + zeroCells

const ofPlan = (rank: PlanRank): FittingReference => {
  const { plan, year, part, cells, matchedCells, zeroCells } = rank
  return { reference: { plan, year, part }, said: rankWords(rank), cells, matchedCells, zeroCells }
}

function ofTable(rank: TableRank): FittingReference {
  const { table, cells, matchedCells, zeroCells } = rank
  const { name, date } = BUILT_IN_TABLES[table]
  return {
    reference: { table, ...(date === '' ? {} : { date }) },
    said: explainedWords(name, rank),
    cells,
    matchedCells,
    zeroCells,
  }
}
