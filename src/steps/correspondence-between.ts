import type { Localized } from '../i18n/messages.ts'
import { correspondences, correspondenceTable, type Correspondence } from '../nomenclature/correspondence.ts'
import type { LabelledCode } from '../nomenclature/suggest-codes.ts'
import type { Table } from '../table/table.ts'
import { labelledCodes } from './labelled-codes.ts'
import { referenceTableOf, type Reference } from './reference.ts'
import { settledByCode, type Settled } from './settled.ts'
import type { StepContext } from './step-context.ts'

/** Accounts are of one family from their second character on. */
const FAMILY_OF_ACCOUNTS = 2

interface Pairs {
  /** One for each code of the first reference. */
  pairs: Correspondence[]
  /** The codes of the second one. */
  after: LabelledCode[]
  remarks: Localized[]
}

/** What each code of one reference is proposed to become in another. Throws what `referenceTableOf` throws. */
export async function pairsBetween(from: Reference, to: Reference, context: StepContext): Promise<Pairs> {
  const [old, fresh] = [await referenceTableOf(from, context), await referenceTableOf(to, context)]
  await context.progress(0.3)
  const after = labelledCodes(fresh.table)
  return {
    pairs: correspondences(labelledCodes(old.table), after, familyOf(from, to)),
    after,
    remarks: [...old.remarks, ...fresh.remarks],
  }
}

/** The same as a table to keep, with what a person has settled; see `correspondenceTable`. */
export async function correspondenceBetween(
  from: Reference,
  to: Reference,
  settled: readonly Settled[],
  context: StepContext,
): Promise<Table> {
  const { pairs, after } = await pairsBetween(from, to, context)
  return correspondenceTable(pairs, after, settledByCode(settled))
}

/** First characters that codes of one family share. */
const familyOf = (from: Reference, to: Reference): number =>
  'plan' in from && 'plan' in to && from.part === 'accounts' && to.part === 'accounts'
    ? FAMILY_OF_ACCOUNTS
    : 1
