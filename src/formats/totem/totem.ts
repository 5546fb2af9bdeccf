import * as v from 'valibot'
import type { Plan } from '../../nomenclature/plan.ts'
import type { Format, ReadContext, ReadResult, SourceFile } from '../format.ts'
import { requireWhole } from '../xml/read-elements.ts'
import { localName, rootElement } from '../xml/root-element.ts'
import { budgetNotes } from './budget-notes.ts'
import { budgetTable } from './budget-table.ts'
import { chosenName, choosePlans } from './choose-plans.ts'
import { foundInBudget } from './found-in-budget.ts'
import { chooseEncoding, ENCODINGS } from '../xml/choose-encoding.ts'
import { BUDGET_ROOTS, readBudgetLines } from './read-budget-lines.ts'
import { say } from './say.ts'

const options = v.strictObject({
  /** `auto` (that of each budget) or a nomenclature by its name, such as `M14-M14_COM_500_3500` or `M57_A`. */
  nomenclature: v.exactOptional(v.string()),
  /** Year of the nomenclature; that of each budget if absent. */
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))),
  encoding: v.exactOptional(v.picklist(ENCODINGS)),
  /** Opens the whole lines read before the place where the file is cut or broken. */
  partial: v.exactOptional(v.boolean()),
})

export type TotemOptions = v.InferOutput<typeof options>

/** Budget documents: one row a budget line, in the columns of the data model « budget ». */
export const totem: Format<TotemOptions> = {
  id: 'totem-xml',
  name: say((m) => m.format),
  extensions: ['xml'],
  options,
  detect: (_file, head) => {
    const root = rootElement(head)
    if (root === null) return 0
    if (BUDGET_ROOTS.includes(localName(root))) return 1
    // An XML file that nothing else opens comes here to be told what it is, rather than being read as a table of tags.
    return /^\s*<\?xml/.test(new TextDecoder().decode(head.subarray(0, 100))) ? 0.3 : 0
  },
  read: (file, chosen, context) => readBudget(file, chosen, context),
}

/**
 * Reads a budget document. Labels come from `openedPlan` if one is given, otherwise from the nomenclature chosen, otherwise from that of each budget
 * for its year. Throws Problem `xml-cut` or `xml-broken` (unless `partial`), `xml-doctype`, `xml-unknown-root`, `wrong-encoding`, `unknown-nomenclature`.
 */
export async function readBudget(
  file: SourceFile,
  chosen: TotemOptions,
  context: ReadContext,
  openedPlan?: Plan,
): Promise<ReadResult> {
  const name = chosenName(chosen.nomenclature)
  const { encoding, found, notes } = await chooseEncoding(file.bytes, chosen.encoding)
  const lines = await readBudgetLines(file, encoding, context)
  if (chosen.partial !== true) requireWhole(lines.end, lines.rowCount)
  const choice = await choosePlans(lines.budgets, name, chosen.year, openedPlan)
  const { table, unlabelled } = budgetTable(lines, choice.plans)
  return {
    table,
    found: foundInBudget(lines, choice, found),
    notes: budgetNotes(lines, choice, unlabelled, notes),
  }
}
