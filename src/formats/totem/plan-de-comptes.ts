import * as v from 'valibot'
import { fullName } from '../../nomenclature/known-plans.ts'
import { PLAN_PARTS } from '../../nomenclature/plan.ts'
import { planName } from '../../nomenclature/plan-name.ts'
import { planTable } from '../../nomenclature/reference-table.ts'
import type { Format, ReadNote } from '../format.ts'
import { requireWhole } from '../xml/read-elements.ts'
import { localName, rootElement } from '../xml/root-element.ts'
import { chooseEncoding, ENCODINGS } from '../xml/choose-encoding.ts'
import { partialNotes } from '../xml/partial-notes.ts'
import { PLAN_ROOT, readPlan } from './read-plan.ts'
import { say } from './say.ts'

const options = v.strictObject({
  /** Which table of the file to read; accounts if absent. */
  part: v.exactOptional(v.picklist(PLAN_PARTS)),
  encoding: v.exactOptional(v.picklist(ENCODINGS)),
  /** Opens what was read before the place where the file is cut or broken. */
  partial: v.exactOptional(v.boolean()),
})

type PlanDeComptesOptions = v.InferOutput<typeof options>

/** The official nomenclatures as a reference table: chapters, accounts or functions. */
export const planDeComptes: Format<PlanDeComptesOptions> = {
  id: 'plan-de-comptes-xml',
  name: say((m) => m.planFormat),
  extensions: ['xml'],
  options,
  detect: (_file, head) => {
    const root = rootElement(head)
    return root !== null && localName(root) === PLAN_ROOT ? 1 : 0
  },
  read: async (file, chosen, context) => {
    const part = chosen.part ?? 'accounts'
    const { encoding, found, notes } = await chooseEncoding(file.bytes, chosen.encoding)
    const { plan, year, repeated, end } = await readPlan(file, encoding, context)
    const { chapters, accounts, functions } = plan
    const rowCount = plan[part].size
    if (chosen.partial !== true) requireWhole(end, rowCount)
    const repeatedNotes: ReadNote[] =
      repeated.length === 0
        ? []
        : [{ code: 'repeated-codes', severity: 'look', text: say((m) => m.repeated(repeated)) }]
    const name = planName(plan.norm, plan.variant)
    return {
      table: planTable(plan, part),
      found: [
        {
          option: 'nomenclature',
          value: fullName(plan),
          label: name,
          evidence: say((m) => m.planEvidence(year)),
          chosen: false,
          choices: [{ value: fullName(plan), label: name }],
        },
        {
          option: 'part',
          value: part,
          label: say((m) => m[part]),
          evidence:
            chosen.part === undefined
              ? say((m) => m.partEvidence(chapters.size, accounts.size, functions.size))
              : say((m) => m.chosen),
          chosen: chosen.part !== undefined,
          choices: PLAN_PARTS.map((value) => ({ value, label: say((m) => m[value]) })),
        },
        found,
      ],
      notes: [...partialNotes(end, rowCount), ...notes, ...repeatedNotes],
    }
  },
}
