import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetCodes, restoredArticle, restoredChapter } from '../../src/nomenclature/budget-codes.ts'
import { withoutZeros } from '../../src/nomenclature/codes-over-years.ts'
import { plans } from '../../src/nomenclature/known-plans.ts'
import { loadPlan } from '../../src/nomenclature/load-plan.ts'
import { VOTES, type Plan } from '../../src/nomenclature/plan.ts'
import {
  restoredFiveDigits,
  restoredListed,
  restoredSiren,
  restoredSiret,
} from '../../src/nomenclature/restored-identifier.ts'
import { isSiren, isSiret } from '../../src/nomenclature/siren.ts'
import { validCodes } from '../../src/nomenclature/valid-codes.ts'

const everyPlan = (): Promise<Plan[]> =>
  Promise.all(
    plans().flatMap(({ norm, variant, years }) => years.map((year) => loadPlan(norm, variant, year))),
  )

const row = (chapter: string, article: string) => ({ chapter, article, direction: '', movement: '' })
const verdictOf = (chapter: string, article: string, codes = budgetCodes(null, [])) => {
  const verdict = restoredChapter(row(chapter, article), codes)
  return verdict.kind === 'restored'
    ? verdict.code
    : verdict.kind === 'undecided'
      ? verdict.doubt
      : verdict.kind
}

describe('chapters that lost their zero', () => {
  it('are decided by the article where both forms exist', () => {
    expect(verdictOf('20', '020')).toBe('020')
    expect(verdictOf('20', '20')).toBe('020')
    expect(verdictOf('20', '2031')).toBe('kept')
    expect(verdictOf('13', '6419')).toBe('013')
    expect(verdictOf('20', '')).toBe('no-article')
    expect(verdictOf('11', '')).toBe('011')
    expect(verdictOf('020', '020')).toBe('kept')
    expect(verdictOf('65', '6531')).toBe('kept')
    expect(verdictOf('2A', '')).toBe('kept')
  })

  it('come back right for every account of every nomenclature and year, with and without the nomenclature', async () => {
    let ambiguous = 0
    const wrong: string[] = []
    for (const plan of await everyPlan()) {
      for (const codes of [budgetCodes(null, []), budgetCodes(plan, [])]) {
        for (const [article, account] of plan.accounts) {
          for (const chapter of VOTES.map((vote) => account[vote])) {
            if (chapter === '' || !plan.chapters.has(chapter)) continue
            const damaged = withoutZeros(chapter)
            const verdict = restoredChapter(row(damaged, withoutZeros(article)), codes)
            const given = verdict.kind === 'restored' ? verdict.code : damaged
            if (given !== chapter) wrong.push(`${plan.variant} ${plan.year} ${article} ${chapter} ${given}`)
            if (plan.chapters.has(damaged) && damaged !== chapter) ambiguous++
          }
        }
      }
    }
    expect(wrong).toEqual([])
    expect(ambiguous).toBeGreaterThan(1000)
  })

  it('are left alone where the nomenclature contradicts the article, or where articles are headings', async () => {
    const plan = await loadPlan('M14', 'M14_COM_500_3500', 2022)
    expect(verdictOf('20', '6413')).toBe('020')
    expect(verdictOf('20', '6413', budgetCodes(plan, []))).toBe('plan-disagrees')
    expect(verdictOf('20', '20', budgetCodes(plan, ['65', '20']))).toBe('headings')
    expect(verdictOf('20', '20', budgetCodes(plan, ['6531', '20']))).toBe('020')
  })
})

describe('articles that lost their zeros', () => {
  const codeOf = (
    chapter: string,
    article: string,
    plan: Plan | null,
    direction = '',
    articles: string[] = [],
  ) => {
    const verdict = restoredArticle(
      { chapter, article, direction, movement: '' },
      budgetCodes(plan, articles),
    )
    return verdict.kind === 'restored'
      ? verdict.code
      : verdict.kind === 'undecided'
        ? verdict.doubt
        : verdict.kind
  }

  it('are decided by the chapter, or without one by what the nomenclature lets be voted', async () => {
    const plan = await loadPlan('M14', 'M14_COM_500_3500', 2022)
    expect(codeOf('', '1', null)).toBe('001')
    expect(codeOf('20', '20', null)).toBe('020')
    expect(codeOf('020', '20', plan)).toBe('020')
    expect(codeOf('', '24', plan, 'recette')).toBe('024')
    expect(codeOf('', '24', plan, 'dépense')).toBe('no-chapter')
    expect(codeOf('', '24', null)).toBe('no-chapter')
    expect(codeOf('65', '20', plan)).toBe('plan-disagrees')
    expect(codeOf('20', '20', plan, '', ['65'])).toBe('headings')
    expect(codeOf('011', '6237', plan)).toBe('kept')
  })

  it('have zeros in no nomenclature but those that are known without one', async () => {
    const shared = budgetCodes(null, [])
    for (const plan of await everyPlan()) {
      for (const code of plan.accounts.keys())
        if (code.startsWith('0')) expect(shared.accounts.has(code)).toBe(true)
      for (const code of plan.chapters.keys()) {
        if (code.startsWith('0') || shared.chapters.withZeros(code).length > 0)
          expect([code, shared.chapters.has(code)]).toEqual([code, true])
      }
    }
  })
})

describe('identifiers that lost their zeros', () => {
  it('keep to the length and the department', () => {
    expect(restoredFiveDigits('1004', '')).toMatchObject({ code: '01004' })
    expect(restoredFiveDigits('1004', '1')).toMatchObject({ code: '01004' })
    expect(restoredFiveDigits('1004', '01')).toMatchObject({ code: '01004' })
    expect(restoredFiveDigits('1004', '75')).toEqual({ kind: 'undecided', doubt: 'other-department' })
    expect(restoredFiveDigits('1004', '2A')).toEqual({ kind: 'undecided', doubt: 'other-department' })
    expect(restoredFiveDigits('104', '')).toEqual({ kind: 'undecided', doubt: 'too-short' })
    expect(restoredFiveDigits('38000', '01')).toEqual({ kind: 'kept' })
    expect(restoredFiveDigits('2A004', '')).toEqual({ kind: 'kept' })
  })

  it('need a right check digit', () => {
    expect(isSiren('005520135')).toBe(true)
    expect(restoredSiren('5520135')).toMatchObject({ code: '005520135' })
    expect(restoredSiren('5520136')).toEqual({ kind: 'undecided', doubt: 'check-digit' })
    expect(restoredSiren('12')).toEqual({ kind: 'undecided', doubt: 'too-short' })
    expect(restoredSiret('552013500013')).toEqual({ kind: 'undecided', doubt: 'check-digit' })
    expect(restoredSiret('2,1456E+13')).toEqual({ kind: 'undecided', doubt: 'ruined' })
    expect(restoredSiret('517434700')).toEqual({ kind: 'undecided', doubt: 'is-siren' })
    expect(restoredSiret('21560046100010')).toEqual({ kind: 'kept' })
    expect(restoredSiret('à demander')).toEqual({ kind: 'kept' })
  })

  it('know La Poste’s own sum', () => {
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
    expect(isSiret('21560046100010')).toBe(true)
  })

  it('come back whole when their zeros are taken away', () => {
    const digits = (length: number) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
        .map((all) => all.join(''))
    fc.assert(
      fc.property(digits(8), digits(4), (body, establishment) => {
        const complete = (text: string, good: (text: string) => boolean) =>
          Array.from('0123456789', (last) => text + last).find(good)!
        const siren = complete(body.startsWith('000') ? `1${body.slice(1)}` : body, isSiren)
        const siret = complete(siren + establishment, isSiret)
        for (const [whole, restored] of [
          [siren, restoredSiren],
          [siret, restoredSiret],
        ] as const) {
          const verdict = restored(withoutZeros(whole))
          if (whole.startsWith('0')) {
            if (verdict.kind === 'restored') expect(verdict.code).toBe(whole)
            else expect(verdict).toEqual({ kind: 'undecided', doubt: 'is-siren' })
          } else expect(verdict).toEqual({ kind: 'kept' })
        }
      }),
    )
  })
})

describe('codes of a list', () => {
  const valid = validCodes(['01', '020', '20', '33', '05', '005', ' 7 '])

  it('come back where the list has one form only', () => {
    expect(restoredListed('1', valid, false)).toMatchObject({ code: '01' })
    expect(restoredListed('33', valid, false)).toEqual({ kind: 'kept' })
    expect(restoredListed('7', valid, false)).toEqual({ kind: 'kept' })
    expect(restoredListed('20', valid, false)).toEqual({ kind: 'undecided', doubt: 'both-listed' })
    expect(restoredListed('20', valid, true)).toEqual({ kind: 'kept' })
    expect(restoredListed('5', valid, false)).toEqual({ kind: 'undecided', doubt: 'several-listed' })
    expect(restoredListed('99', valid, false)).toEqual({ kind: 'unlisted' })
  })
})
