import * as v from 'valibot'
import type { Localized } from '../i18n/messages.ts'

const nameSchema = v.pipe(v.string(), v.nonEmpty())

/** Another sheet of the workbook. */
export const otherSheetField = (said: { label: Localized; hint?: Localized }) => ({
  ...said,
  kind: 'sheet' as const,
  schema: v.strictObject({ sheet: nameSchema }),
  reads: () => [],
  renamed: <T>(value: T) => value,
  without: <T>(value: T) => value,
})

/**
 * Columns of the table, each with the column of the other sheet that says the same: `{ "SIRET": "siret" }`. Without one of them nothing is
 * left, since fewer columns would pair other rows.
 */
export const pairsField = (said: { label: Localized; hint?: Localized }) => ({
  ...said,
  kind: 'pairs' as const,
  schema: v.pipe(
    v.record(nameSchema, nameSchema),
    v.check((pairs) => Object.keys(pairs).length > 0),
  ),
  reads: (pairs: Record<string, string>) => Object.keys(pairs),
  renamed: (pairs: Record<string, string>, rename: (name: string) => string) =>
    Object.fromEntries(Object.entries(pairs).map(([own, other]) => [rename(own), other])),
  without: (pairs: Record<string, string>, column: string) => (Object.hasOwn(pairs, column) ? null : pairs),
})
