import { referenceTableOf } from '../../src/steps/reference.ts'
import { folded } from '../../src/steps/folded.ts'
import type { Column } from '../../src/table/column.ts'
import { BLANK } from '../../src/table/dictionary.ts'
import { columnNamed } from '../../src/table/table.ts'
import type { OfficialList } from '../facade.ts'
import type { Session } from './session.ts'

/** The column of official values, as its table is at the end of its own steps. */
export async function officialColumn(
  { recipe, runner }: Session,
  { reference, column }: OfficialList,
  progress: (part: number) => Promise<void>,
): Promise<Column> {
  const { table } = await referenceTableOf(reference, {
    sheet: async (sheet) => (await runner.run(recipe, sheet, progress)).result,
    progress,
  })
  return columnNamed(table, column)
}

/** The values of a list that hold a text, case and accents aside, those first that begin with it; `most` at most. */
export function valuesOfList({ dictionary }: Column, search: string, most: number): string[] {
  const wanted = folded(search)
  const beginning: string[] = []
  const others: string[] = []
  for (let code = BLANK + 1; code < dictionary.size && beginning.length < most; code++) {
    const text = dictionary.text(code)
    const at = folded(text).indexOf(wanted)
    if (at === 0) beginning.push(text)
    else if (at > 0 && others.length < most) others.push(text)
  }
  return [...beginning, ...others].slice(0, most)
}
