import { findVariants } from '../../src/cluster/find-variants.ts'
import { matchToList } from '../../src/cluster/match-to-list.ts'
import { splitWithin } from '../../src/cluster/split-within.ts'
import { suggestCompanions } from '../../src/cluster/suggest-companions.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { Engine } from '../facade.ts'
import { clustersOf } from './clusters-of.ts'
import { officialColumn, valuesOfList } from './official-list.ts'
import { progressOf } from './progress.ts'
import { sessionOf } from './sessions.ts'
import { ShownTable } from './shown-table.ts'

type ViewVerbs = Pick<
  Engine,
  | 'view'
  | 'page'
  | 'values'
  | 'spread'
  | 'find'
  | 'clusters'
  | 'variants'
  | 'companions'
  | 'matchToList'
  | 'listValues'
  | 'rowsOf'
  | 'fittingPlans'
>

/** Views that `page` still answers for. */
const VIEWS_KEPT = 6

const views = new Map<string, ShownTable>()
let lastView = 0

function shown(key: string): ShownTable {
  const view = views.get(key)
  if (view === undefined) throw new Problem('stale-view', {})
  return view
}

export const viewVerbs: ViewVerbs = {
  async view(ref, job) {
    const { recipe, runner } = sessionOf(ref.workbook)
    const progress = progressOf(job)
    const run = await runner.run(recipe, ref.sheet, progress, ref.at)
    const table = run.steps.at(-1)?.table ?? run.source
    const tried =
      ref.draft === undefined
        ? null
        : await runner.tryStep(recipe, table, { id: 'draft', ...ref.draft }, progress)
    const view = await ShownTable.of(table, tried, ref.filter, ref.changedOnly ?? false, progress)
    const key = `view-${++lastView}`
    views.set(key, view)
    for (const old of [...views.keys()].slice(0, -VIEWS_KEPT)) views.delete(old)
    return view.describe(key)
  },

  page: async (key, from, to) => Promise.resolve(shown(key).page(from, to)),
  values: async (key, query) => Promise.resolve(shown(key).values(query)),
  spread: async (key, column) => Promise.resolve(shown(key).spread(column)),
  find: async (key, text, from) => Promise.resolve(shown(key).find(text, from)),

  async clusters(key, name, method, within, job) {
    const view = shown(key)
    const column = view.column(name)
    const groups = await clustersOf(column, method, progressOf(job))
    return within.length === 0 ? groups : splitWithin(groups, column, view.columns(within))
  },

  async variants(key, name, { companions, refused }, within, job) {
    const view = shown(key)
    const column = view.column(name)
    const groups = await findVariants(column, view.columns(companions), progressOf(job), { refused })
    return within.length === 0 ? groups : splitWithin(groups, column, view.columns(within))
  },

  companions: async (key, column) => Promise.resolve(suggestCompanions(shown(key).table, column)),

  async matchToList(workbook, key, name, list, job) {
    const column = shown(key).column(name)
    const progress = progressOf(job)
    const official = await officialColumn(sessionOf(workbook), list, (part) => progress(part / 2))
    return matchToList(column, official, (part) => progress(0.5 + part / 2))
  },

  listValues: async (workbook, list, search, most, job) =>
    valuesOfList(await officialColumn(sessionOf(workbook), list, progressOf(job)), search, most),

  rowsOf: async (key, column, texts, most, within) =>
    Promise.resolve(shown(key).rowsOf(column, texts, most, within)),

  fittingPlans: (key, column, job) => shown(key).fittingPlans(column, progressOf(job)),
}
