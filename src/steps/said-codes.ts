import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'

/** What became of some cells: `from` and, where it changed, `to`. */
export interface SaidCodes {
  from: string
  to?: string
  cells: number
}

const NAMED = 6

/** « 11 → 011 (55 cellules), 12 → 012 (13 cellules) et 3 autres ». */
export const saidCodes: Localized<(codes: readonly SaidCodes[]) => string> = {
  fr: (codes) =>
    named(
      codes,
      (cells) => fr.count(cells, 'cellule', 'cellules'),
      (more) => ` et ${fr.count(more, 'autre', 'autres')}`,
    ),
  en: (codes) =>
    named(
      codes,
      (cells) => en.count(cells, 'cell', 'cells'),
      (more) => ` and ${en.count(more, 'other', 'others')}`,
    ),
}

function named(
  codes: readonly SaidCodes[],
  count: (cells: number) => string,
  andMore: (more: number) => string,
): string {
  const first = codes
    .toSorted((a, b) => b.cells - a.cells)
    .slice(0, NAMED)
    .map(({ from, to, cells }) => `${to === undefined ? from : `${from} → ${to}`} (${count(cells)})`)
    .join(', ')
  return codes.length > NAMED ? first + andMore(codes.length - NAMED) : first
}
