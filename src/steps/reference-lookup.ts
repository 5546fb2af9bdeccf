import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { combinationsOf } from '../table/combinations.ts'
import { cellText, countCodes, type Column, type RowMask } from '../table/column.ts'
import { datedLookupIn } from '../table/dated-lookup.ts'
import { lookupIn, type Lookup } from '../table/lookup.ts'
import { periodOf, type Period } from '../table/period.ts'
import { columnNamed, type Table } from '../table/table.ts'
import type { CodeEntries } from './look-up-codes.ts'
import { referenceTableOf, type Reference } from './reference.ts'
import type { StepContext } from './step-context.ts'
import { YEAR_COLUMN, yearsOfPlan } from './years-of-plan.ts'

interface Wanted {
  reference: Reference
  key: string
  taken: readonly string[]
  chosen: RowMask | undefined
}

/** A reference made ready for the codes of a column. */
interface ReferenceLookup {
  lookup: Lookup
  /** What is looked up: each distinct code, or each distinct code with its date. */
  entries: CodeEntries
  /** The entry of each row, and how many of the chosen rows hold each entry. */
  entryAt: ArrayLike<number>
  counts: Uint32Array
  /** The reference table; of several years, that of the last one. */
  known: Table
  remarks: readonly Localized[]
}

/**
 * Makes a reference ready, in the version that holds for each row where the reference has several. Throws what `referenceTableOf`
 * throws, and Problem `missing-column`.
 */
export async function referenceLookup(
  table: Table,
  codes: Column,
  { reference, key, taken, chosen }: Wanted,
  context: StepContext,
): Promise<ReferenceLookup> {
  const validAt = 'validAt' in reference ? reference.validAt : undefined
  const dates = validAt !== undefined && 'column' in validAt ? columnNamed(table, validAt.column) : null
  const asked = entriesOf(codes, dates, chosen)
  if (validAt === undefined) {
    const { table: known, remarks } = await referenceTableOf(reference, context)
    return { ...asked, known, remarks, lookup: lookupIn(known, key, taken) }
  }
  const periodOfEntry = (entry: number): Period | null =>
    periodOf('year' in validAt ? String(validAt.year) : asked.dateOf(entry))
  const undated = dates === null ? [] : undatedRows(dates, chosen)
  if ('plan' in reference) {
    const fallback = periodOf(String(reference.year))
    const ofEntry = (entry: number): Period | null => yearOf(periodOfEntry(entry) ?? fallback)
    const wanted = new Set<number>()
    for (let entry = 0; entry < asked.entries.size; entry++) {
      const period = asked.counts[entry] === 0 ? null : ofEntry(entry)
      if (period !== null) wanted.add(Math.floor(period.from / 10_000))
    }
    const { versions, known, remarks } = await yearsOfPlan(reference, [...wanted], context)
    const columns = { from: YEAR_COLUMN, to: YEAR_COLUMN, periodOfEntry: ofEntry }
    const { lookup } = datedLookupIn(versions, key, taken, columns)
    return { ...asked, known, remarks, lookup }
  }
  const { table: known, remarks } = await referenceTableOf(reference, context)
  const { from, to } = 'sheet' in reference ? reference : {}
  const { lookup, unread } = datedLookupIn(known, key, taken, { from, to, periodOfEntry })
  return { ...asked, known, lookup, remarks: [...remarks, ...undated, ...unreadRows(unread)] }
}

const yearOf = (period: Period | null): Period | null =>
  period === null ? null : periodOf(String(Math.floor(period.from / 10_000)))

function entriesOf(
  codes: Column,
  dates: Column | null,
  chosen: RowMask | undefined,
): Pick<ReferenceLookup, 'entries' | 'entryAt' | 'counts'> & { dateOf(entry: number): string } {
  if (dates === null)
    return {
      entries: { size: codes.dictionary.size, text: (entry) => codes.dictionary.text(entry) },
      entryAt: codes.codes,
      counts: countCodes(codes, chosen),
      dateOf: () => '',
    }
  const { numbers, firstRows } = combinationsOf([codes, dates])
  const counts = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++)
    if (chosen === undefined || chosen[row] === 1) counts[numbers[row]!]!++
  return {
    entries: { size: firstRows.length, text: (entry) => cellText(codes, firstRows[entry]!) },
    entryAt: numbers,
    counts,
    dateOf: (entry) => cellText(dates, firstRows[entry]!),
  }
}

function undatedRows(dates: Column, chosen: RowMask | undefined): Localized[] {
  const counts = countCodes(dates, chosen)
  let rows = 0
  for (let code = 0; code < counts.length; code++)
    if (counts[code]! > 0 && periodOf(dates.dictionary.text(code)) === null) rows += counts[code]!
  if (rows === 0) return []
  return [
    {
      fr: `${fr.count(rows, 'ligne', 'lignes')} sans année ni date lisible dans ${fr.name(dates.name)}\u00a0: aucune version ne leur répond.`,
      en: `${en.count(rows, 'row', 'rows')} without a readable year or date in ${en.name(dates.name)}: no version answers them.`,
    },
  ]
}

function unreadRows(rows: number): Localized[] {
  if (rows === 0) return []
  return [
    {
      fr: `${fr.count(rows, 'ligne', 'lignes')} de la table de référence dont la validité n’est pas lisible\u00a0: ${rows === 1 ? 'elle ne sert' : 'elles ne servent'} pas.`,
      en: `${en.count(rows, 'row', 'rows')} of the reference table whose validity cannot be read: not used.`,
    },
  ]
}
