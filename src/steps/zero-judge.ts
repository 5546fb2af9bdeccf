import type { Localized } from '../i18n/messages.ts'
import {
  budgetCodes,
  restoredArticle,
  restoredChapter,
  type BudgetCodes,
} from '../nomenclature/budget-codes.ts'
import { builtInTable } from '../nomenclature/built-in-tables.ts'
import { findPlan } from '../nomenclature/known-plans.ts'
import { loadPlan } from '../nomenclature/load-plan.ts'
import type { Plan } from '../nomenclature/plan.ts'
import {
  restoredDepartment,
  restoredFiveDigits,
  restoredListed,
  restoredSiren,
  restoredSiret,
} from '../nomenclature/restored-identifier.ts'
import { KEPT, type Verdict } from '../nomenclature/restored.ts'
import { validCodes, type ValidCodes } from '../nomenclature/valid-codes.ts'
import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { columnNamed } from '../table/table.ts'
import { referenceTableOf, type Reference } from './reference.ts'
import type { StepContext } from './step-context.ts'
import type { ZeroKind } from './zero-kinds.ts'

/** Neighbouring columns that each kind of code looks at, in the order in which its judge takes them. */
export const NEIGHBOURS: Readonly<Record<ZeroKind, readonly ('beside' | 'direction' | 'movement')[]>> = {
  chapter: ['beside', 'direction', 'movement'],
  article: ['beside', 'direction', 'movement'],
  postal: ['beside'],
  insee: ['beside'],
  department: [],
  siret: [],
  siren: [],
  list: [],
}

/** Judges a code, first of the texts, by those of its neighbours; '' for what is blank or absent. */
export type Judge = (texts: readonly string[]) => Verdict

interface Judging {
  reference: Reference | undefined
  key: string
  chosen: RowMask | undefined
}

/**
 * What decides about the codes of a column, and what the person should know about its reference. `beside` is the neighbouring column,
 * `key` the column of codes of a sheet that lists them. Throws what `referenceTableOf` throws, and Problem `missing-column`.
 */
export async function judgeOf(
  kind: ZeroKind,
  source: Column,
  beside: Column | null,
  { reference, key, chosen }: Judging,
  context: StepContext,
): Promise<{ judge: Judge; remarks: readonly Localized[] }> {
  switch (kind) {
    case 'postal':
    case 'insee': {
      const listed = await listedCodes(kind, source, chosen)
      return { judge: ([code = '', near = '']) => restoredFiveDigits(code, near, listed), remarks: [] }
    }
    case 'department':
      return { judge: ([code = '']) => restoredDepartment(code), remarks: [] }
    case 'siret':
      return { judge: ([code = '']) => restoredSiret(code), remarks: [] }
    case 'siren':
      return { judge: ([code = '']) => restoredSiren(code), remarks: [] }
    case 'list': {
      if (reference === undefined) return { judge: () => KEPT, remarks: [] }
      const { table, remarks } = await referenceTableOf(reference, context)
      const valid = validCodes(textsOf(columnNamed(table, key)))
      const whole = textsOf(source, chosen).some((text) => /^0\d/.test(text))
      return { judge: ([code = '']) => (code === '' ? KEPT : restoredListed(code, valid, whole)), remarks }
    }
    case 'chapter':
    case 'article': {
      const { codes, remarks } = await codesOf(
        kind,
        kind === 'chapter' ? beside : source,
        { reference, key },
        context,
      )
      const judge: Judge = ([code = '', near = '', direction = '', movement = '']) =>
        kind === 'chapter'
          ? restoredChapter({ chapter: code, article: near, direction, movement }, codes)
          : restoredArticle({ chapter: near, article: code, direction, movement }, codes)
      return { judge, remarks }
    }
  }
}

/** The codes that communes have, loaded only when a code of the column may have lost a zero. */
async function listedCodes(
  kind: 'postal' | 'insee',
  source: Column,
  chosen: RowMask | undefined,
): Promise<{ kind: 'commune' | 'postal'; codes: ValidCodes } | undefined> {
  if (!textsOf(source, chosen).some((text) => /^[1-9]\d{3}$/.test(text.trim()))) return undefined
  const communes = await builtInTable('communes')
  if (kind === 'postal') {
    const postal = textsOf(columnNamed(communes, 'codes_postaux'))
    return { kind: 'postal', codes: validCodes(postal.flatMap((codes) => codes.split(' '))) }
  }
  const former = await builtInTable('former-communes')
  const codes = [communes, former].flatMap((table) => textsOf(columnNamed(table, 'code')))
  return { kind: 'commune', codes: validCodes(codes) }
}

/** What chapters and articles are judged by: a nomenclature, a sheet that lists them, or what all norms share. */
async function codesOf(
  kind: 'chapter' | 'article',
  articles: Column | null,
  { reference, key }: { reference: Reference | undefined; key: string },
  context: StepContext,
): Promise<{ codes: BudgetCodes; remarks: readonly Localized[] }> {
  const held = articles === null ? [] : textsOf(articles)
  if (reference === undefined) return { codes: budgetCodes(null, held), remarks: [] }
  const { table, remarks } = await referenceTableOf(reference, context)
  if ('plan' in reference) return { codes: budgetCodes(await planOf(reference), held), remarks }
  const listed = validCodes(textsOf(columnNamed(table, key)))
  const codes = budgetCodes(null, held)
  return {
    codes: kind === 'chapter' ? { ...codes, chapters: listed } : { ...codes, accounts: listed },
    remarks,
  }
}

function planOf({ plan, year }: Extract<Reference, { plan: string }>): Promise<Plan> {
  const { norm, variant } = findPlan(plan)!
  return loadPlan(norm, variant, Number(year))
}

/** The texts that a column holds, each once; those of the chosen rows. */
function textsOf(column: Column, chosen?: RowMask): string[] {
  const counts = countCodes(column, chosen)
  const texts: string[] = []
  for (let code = 1; code < counts.length; code++)
    if (counts[code]! > 0) texts.push(column.dictionary.text(code))
  return texts
}
