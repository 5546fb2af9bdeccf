import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { Column, RowMask } from '../table/column.ts'
import { columnNamed, findColumn } from '../table/table.ts'
import { PlainDate, Unconverted, valueText, type Value } from '../table/value.ts'
import { changeEachColumn } from './change-columns.ts'
import { chosenRows } from './condition.ts'
import { dateRemarks } from './date-remarks.ts'
import { choiceField, columnsField, optional, whereField } from './fields.ts'
import { otherRowsRemark } from './other-rows-remark.ts'
import type { DateOrder } from './read-date.ts'
import type { SerialSystem } from './read-serial.ts'
import { step } from './step.ts'
import { areSerialsDays, dateInOrder, dateOrder, readCell, surveyDates } from './survey-dates.ts'
import { whereWords } from './where-words.ts'
import { areTimesMeant, writtenDate, type DateWriting } from './write-date.ts'

type OrderChoice = 'auto' | DateOrder
type SerialChoice = 'auto' | 'none' | SerialSystem

/**
 * Text to dates, in the forms that `readDate` knows. Whether 03/04/2020 is in April or in March is decided by the other values of its column,
 * and is in April where they say nothing; both are said. A day that no calendar has, a month without a day and anything else keep their text
 * and are unconverted. Times are kept unless all of them are midnight.
 */
export const toDate = step({
  id: 'to-date',
  group: 'values',
  title: { fr: 'Convertir en date', en: 'Convert to date' },
  about: {
    fr:
      'Lit les dates écrites en chiffres ou en lettres et les écrit toutes de la même façon, pour les trier, les filtrer et les publier. ' +
      'Ce qui n’est pas une date garde son texte et est signalé.',
    en:
      'Reads dates written in figures or in words and writes all of them alike, so that they can be sorted, filtered and published. ' +
      'What is not a date keeps its text and is pointed out.',
  },
  search: {
    fr: 'dates jour mois année heure calendrier format AAAA-MM-JJ ISO convertir en dates',
    en: 'dates day month year time calendar format YYYY-MM-DD ISO convert to dates',
  },
  fields: {
    columns: columnsField({ label: { fr: 'Colonnes', en: 'Columns' } }),
    write: optional(
      choiceField({
        label: { fr: 'Écrire', en: 'Write' },
        hint: {
          fr: 'Un fichier publié écrit ses dates 2020-12-31\u00a0: année, mois, jour.',
          en: 'A published file writes its dates 2020-12-31: year, month, day.',
        },
        order: ['auto', 'day', 'month', 'year', 'french'],
        choices: {
          auto: {
            fr: 'La date, avec l’heure s’il y en a (2020-12-31)',
            en: 'The date, with the time if there is one (2020-12-31)',
          },
          day: { fr: 'Le jour seul (2020-12-31)', en: 'The day alone (2020-12-31)' },
          month: { fr: 'L’année et le mois (2020-12)', en: 'The year and the month (2020-12)' },
          year: { fr: 'L’année (2020)', en: 'The year (2020)' },
          french: { fr: 'À la française, en texte (31/12/2020)', en: 'The French way, as text (31/12/2020)' },
        },
      }),
    ),
    order: optional(
      choiceField({
        label: { fr: 'Jour et mois', en: 'Day and month' },
        hint: {
          fr: 'Sans choix, l’ensemble des valeurs décide de chaque colonne\u00a0; si rien ne tranche, le jour vient d’abord.',
          en: 'If you do not choose, each column is read after all of its values; if they do not settle it, the day comes first.',
        },
        order: ['auto', 'day', 'month'],
        choices: {
          auto: { fr: 'D’après les valeurs', en: 'After the values' },
          day: { fr: 'Le jour d’abord (31/12/2020)', en: 'The day first (31/12/2020)' },
          month: { fr: 'Le mois d’abord (12/31/2020)', en: 'The month first (12/31/2020)' },
        },
      }),
    ),
    serials: optional(
      choiceField({
        label: { fr: 'Nombres comme 44196', en: 'Numbers like 44196' },
        hint: {
          fr: 'Un tableur garde ses dates comme des nombres de jours\u00a0; elles restent parfois ainsi dans un fichier.',
          en: 'Spreadsheets keep dates as numbers of days; some files are left with these.',
        },
        order: ['auto', '1900', '1904', 'none'],
        choices: {
          auto: { fr: 'D’après les valeurs', en: 'After the values' },
          '1900': {
            fr: 'Des jours comptés depuis 1900 (Excel, LibreOffice)',
            en: 'Days counted from 1900 (Excel, LibreOffice)',
          },
          '1904': {
            fr: 'Des jours comptés depuis 1904 (anciens Excel pour Mac)',
            en: 'Days counted from 1904 (old Excel for Mac)',
          },
          none: { fr: 'Pas des dates', en: 'No dates' },
        },
      }),
    ),
    where: whereField,
  },
  sentence: {
    fr: ({ columns, write = 'auto', order = 'auto', where }) =>
      `Convertir ${fr.columns(columns)} en ${WRITINGS[write].fr}${ORDERS[order].fr}${whereWords.fr(where)}`,
    en: ({ columns, write = 'auto', order = 'auto', where }) =>
      `Convert ${en.columns(columns)} to ${WRITINGS[write].en}${ORDERS[order].en}${whereWords.en(where)}`,
  },
  decided: (table, params) => {
    const { columns, order = 'auto' } = params
    const orders = columns.flatMap((name) => {
      const survey = surveyDates(findColumn(table, name)!)
      const { dayFirst, monthFirst, open } = survey
      return dayFirst.cells + monthFirst.cells + open.cells === 0 ? [] : [dateOrder(survey)]
    })
    const [first] = orders
    const agreed = first !== undefined && first !== null && orders.every((one) => one === first)
    return order === 'auto' && agreed ? { ...params, order: first } : params
  },
  async apply(table, { columns, write = 'auto', order = 'auto', serials = 'auto', where }, context) {
    const chosen = chosenRows(table, where)
    const type = write === 'auto' || write === 'day' ? 'date' : 'text'
    const done = await changeEachColumn(
      table,
      columns,
      (column) => readerOf(column, chosen, { write, order, serials }),
      context,
      { type, where },
    )
    const read = columns.map((name) => columnNamed(table, name))
    const remarks = [
      ...read.flatMap((column) =>
        dateRemarks(column.name, surveyDates(column), surveyDates(column, chosen), {
          order,
          system: systemOf(column, serials),
          write,
        }),
      ),
      ...(type === 'date' ? otherRowsRemark(read, chosen, type) : []),
    ]
    return { ...done, outcome: { ...done.outcome, remarks } }
  },
})

const WRITINGS: Readonly<Record<DateWriting, Localized>> = {
  auto: { fr: 'date', en: 'date' },
  day: { fr: 'date, sans l’heure', en: 'date, without the time' },
  french: { fr: 'date à la française (31/12/2020)', en: 'French date (31/12/2020)' },
  month: { fr: 'année et mois', en: 'year and month' },
  year: { fr: 'année', en: 'year' },
}

const ORDERS: Readonly<Record<OrderChoice, Localized>> = {
  auto: { fr: '', en: '' },
  day: { fr: ' (jour d’abord)', en: ' (day first)' },
  month: { fr: ' (mois d’abord)', en: ' (month first)' },
}

interface Choices {
  write: DateWriting
  order: OrderChoice
  serials: SerialChoice
}

const systemOf = (column: Column, serials: SerialChoice): SerialSystem | null => {
  if (serials === 'none') return null
  if (serials !== 'auto') return serials
  return areSerialsDays(column.name, surveyDates(column)) ? '1900' : null
}

/** How the values of a column become dates. */
function readerOf(column: Column, chosen: RowMask | undefined, { write, order, serials }: Choices) {
  const decided = order === 'auto' ? dateOrder(surveyDates(column)) : order
  const system = systemOf(column, serials)
  const { times, timedSerials } = surveyDates(column, chosen)
  const timed = areTimesMeant(write, times.cells + (system === null ? 0 : timedSerials.cells))
  return (value: Value): Value => {
    if (value === null || (value instanceof PlainDate && write === 'auto')) return value
    const text = valueText(value)
    if (typeof value === 'boolean') return new Unconverted(text)
    if (text.trim() === '') return null
    const reading = readCell(text, system)
    const iso = reading === null ? null : dateInOrder(reading, decided)
    const written = reading === null || iso === null ? null : writtenDate(iso, reading, write, timed)
    return written ?? new Unconverted(text)
  }
}
