import { folded } from '../steps/folded.ts'
import type { Column } from '../table/column.ts'

const LABEL = /\b(label|libelle|intitule|lib|nom)\b/g

const plain = (name: string): string =>
  folded(name)
    .replace(/[_.-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The column that holds the labels of a column of codes, known by its name: BGT_NATURE → BGT_NATURE_LABEL, « Libellé nature ». */
export function labelColumnOf<C extends Pick<Column, 'name' | 'type'>>(
  table: { columns: readonly C[] },
  codes: Pick<Column, 'name'>,
): C | undefined {
  const wanted = plain(codes.name)
    .replace(/\bcode\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (wanted === '') return undefined
  return table.columns.find((column) => {
    const name = plain(column.name)
    const rest = name
      .replace(LABEL, ' ')
      .replace(/\b(de|du|la|le|des)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return column.name !== codes.name && column.type === 'text' && rest !== name && rest === wanted
  })
}
