import * as Comlink from 'comlink'
import { DISTANCES } from '../src/cluster/distances.ts'
import { KEYERS } from '../src/cluster/keyers.ts'
import { warmReader } from '../src/formats/csv/warm-reader.ts'
import { sortReceived } from '../src/formats/formats.ts'
import { BUILT_IN_IDS, BUILT_IN_TABLES } from '../src/nomenclature/built-in-tables.ts'
import { findPlan, fullName, plans } from '../src/nomenclature/known-plans.ts'
import { planName } from '../src/nomenclature/plan-name.ts'
import { referenceTable } from '../src/nomenclature/reference-table.ts'
import { purgeRemoved } from '../src/storage/workbooks.ts'
import { exportVerbs } from './engine/export-verbs.ts'
import { guarded } from './engine/guarded.ts'
import { cancelJob } from './engine/progress.ts'
import { replayVerbs } from './engine/replay-verbs.ts'
import { viewVerbs } from './engine/view-verbs.ts'
import { workbookVerbs } from './engine/workbook-verbs.ts'
import type { Engine } from './facade.ts'

const engine: Engine = {
  ...workbookVerbs,
  ...viewVerbs,
  ...replayVerbs,
  ...exportVerbs,

  references: () =>
    Promise.resolve({
      plans: plans().map((plan) => ({
        plan: fullName(plan),
        name: planName(plan.norm, plan.variant),
        years: plan.years,
        parts: ['chapters', 'accounts', 'functions'],
      })),
      tables: BUILT_IN_IDS.map((id) => ({ id, ...BUILT_IN_TABLES[id] })),
    }),

  planRows: async (name, year, part) => {
    const plan = findPlan(name)
    return plan === undefined ? 0 : (await referenceTable(plan.norm, plan.variant, year, part)).rowCount
  },

  methods: () =>
    Promise.resolve([
      ...KEYERS.map(({ id, name, about }) => ({ id, name, about, radius: null })),
      ...DISTANCES.map(({ id, name, about, radius }) => ({ id, name, about, radius })),
    ]),

  sortReceived: (paths) => Promise.resolve(sortReceived(paths)),

  cancel: (job) => Promise.resolve(cancelJob(job)),
}

const WARM_AFTER_MS = 1000

void purgeRemoved().catch(() => undefined)
Comlink.expose(guarded(engine))
// Once the page is up and before anybody has found a file.
setTimeout(() => void warmReader(), WARM_AFTER_MS)
