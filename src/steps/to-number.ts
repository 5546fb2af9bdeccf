import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { Column } from '../table/column.ts'
import type { MapOptions } from '../table/map-values.ts'
import { columnNamed, replaceColumns } from '../table/table.ts'
import { Decimal, Unconverted, valueText, type Value } from '../table/value.ts'
import { canonicalEntry } from './canonical-entry.ts'
import { changeEachColumn } from './change-columns.ts'
import { chosenRows } from './condition.ts'
import { markEvidence, type MarkEvidence } from './decimal-mark.ts'
import { evenCents } from './even-cents.ts'
import { choiceField, columnsField, optional, whereField } from './fields.ts'
import { numberRemarks } from './number-remarks.ts'
import { plainAmounts } from './plain-amounts.ts'
import { decidedNumber, readNumber, type NumberReading } from './read-number.ts'
import { step } from './step.ts'
import { whereWords } from './where-words.ts'

type DecimalChoice = 'auto' | 'comma' | 'point'

/**
 * Text to exact numbers, in the formats that `readNumber` knows; decimals stay as written, but amounts with and without cents
 * in one column all get two (`evenCents`). What is no number keeps its text
 * and is unconverted, and so does a code that would lose a zero. `1.234` and `1,234` are read as the column's other values
 * are written; when those do not settle it, they keep their text too. Numbers stay as they are.
 */
export const toNumber = step({
  id: 'to-number',
  group: 'values',
  title: { fr: 'Convertir en nombre', en: 'Convert to number' },
  about: {
    fr:
      'Lit les montants écrits à la française ou à l’anglaise, avec ou sans €, k€ ou %, pour pouvoir les additionner. ' +
      'Ce qui n’est pas un nombre garde son texte et est signalé.',
    en:
      'Reads amounts written the French or the English way, with or without €, k€ or %, so that they can be added up. ' +
      'What is not a number keeps its text and is pointed out.',
  },
  search: {
    fr: 'montant numérique chiffre euros virgule décimale milliers somme total',
    en: 'amount numeric figure euros decimal comma thousands sum total',
  },
  fields: {
    columns: columnsField({ label: { fr: 'Colonnes', en: 'Columns' } }),
    decimal: optional(
      choiceField({
        label: { fr: 'Décimales', en: 'Decimals' },
        hint: {
          fr: 'Sans choix, chaque colonne est lue d’après l’ensemble de ses valeurs.',
          en: 'If you do not choose, each column is read after all of its values.',
        },
        order: ['auto', 'comma', 'point'],
        choices: {
          auto: { fr: 'D’après les valeurs', en: 'After the values' },
          comma: { fr: 'Après une virgule (1\u202f234,56)', en: 'After a comma (1.234,56)' },
          point: { fr: 'Après un point (1234.56)', en: 'After a point (1,234.56)' },
        },
      }),
    ),
    where: whereField,
  },
  initial: (columns) => ({ columns: [...columns], decimal: 'auto' as const }),
  sentence: {
    fr: ({ columns, decimal = 'auto', where }) =>
      `Convertir ${fr.columns(columns)} en nombre${SAID[decimal].fr}${whereWords.fr(where)}`,
    en: ({ columns, decimal = 'auto', where }) =>
      `Convert ${en.columns(columns)} to number${SAID[decimal].en}${whereWords.en(where)}`,
  },
  async apply(table, { columns, decimal = 'auto', where }, context) {
    const evidence = new Map<string, MarkEvidence>()
    const done = await changeEachColumn(
      table,
      columns,
      (column) => {
        const found = markEvidence(column)
        evidence.set(column.name, found)
        return (value) => numberOf(value, decimal, found)
      },
      context,
      { type: 'number', where, keepsFor: (column) => kept(column, decimal) },
    )
    const remarks = numberRemarks(
      columns.map((name) => columnNamed(table, name)),
      chosenRows(table, where),
      decimal === 'auto' ? evidence : new Map<string, MarkEvidence>(),
    )
    const evened = new Map(
      columns
        .filter((name) => columnNamed(table, name).type !== 'number')
        .map((name) => [name, evenCents(columnNamed(done.table, name))]),
    )
    return {
      ...done,
      table: replaceColumns(done.table, evened),
      outcome: { ...done.outcome, remarks },
    }
  },
})

const SAID: Readonly<Record<DecimalChoice, Localized>> = {
  auto: { fr: '', en: '' },
  comma: { fr: ' (décimales après une virgule)', en: ' (decimals after a comma)' },
  point: { fr: ' (décimales après un point)', en: ' (decimals after a point)' },
}

function numberOf(value: Value, decimal: DecimalChoice, evidence: MarkEvidence): Value {
  if (value === null || value instanceof Decimal) return value
  const text = valueText(value)
  if (typeof value === 'boolean') return new Unconverted(text)
  if (text.trim() === '') return null
  const reading = readNumber(text)
  const number = reading === null ? null : chosenNumber(reading, decimal, evidence)
  return number === null ? new Unconverted(text) : new Decimal(number)
}

/** Tells the entries that are numbers as they stand. */
function kept(column: Column, decimal: DecimalChoice): MapOptions['keeps'] {
  const plain = plainAmounts(column)
  if (plain !== null && (decimal !== 'comma' || plain.most === 0)) return 'all'
  return canonicalEntry(column, decimal === 'comma')
}

const chosenNumber = (
  reading: NumberReading,
  decimal: DecimalChoice,
  { mark }: MarkEvidence,
): string | null => (decimal === 'auto' ? decidedNumber(reading, mark) : reading[decimal])
