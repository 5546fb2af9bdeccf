import { withoutZeros } from './codes-over-years.ts'
import { VOTES, type Account, type Plan } from './plan.ts'
import { KEPT, couldHaveLostZeros, undecided, type Verdict } from './restored.ts'
import { validCodes, type ValidCodes } from './valid-codes.ts'

/**
 * Chapters with a zero in front, of all the norms from M14 to M71, and those of them that also exist without it, where they are
 * another chapter. What to go by when no nomenclature is named.
 */
const CHAPTERS_WITH_ZERO =
  '001 002 010 011 012 013 014 015 016 017 018 020 021 022 023 024 040 041 042 043'.split(' ')
const CHAPTERS_ALSO_WITHOUT = '10 13 16 18 20 21 22 23'.split(' ')
/** The same for accounts: 20 to 24 are headings of those norms. */
const ACCOUNTS_WITH_ZERO = '001 002 020 021 022 023 024'.split(' ')
const ACCOUNTS_ALSO_WITHOUT = '20 21 22 23 24'.split(' ')

const CHAPTERS = validCodes([...CHAPTERS_WITH_ZERO, ...CHAPTERS_ALSO_WITHOUT])
const ACCOUNTS = validCodes([...ACCOUNTS_WITH_ZERO, ...ACCOUNTS_ALSO_WITHOUT])

/** A row of a budget, as far as it is known; '' for what is blank or not in the table. */
export interface BudgetRow {
  chapter: string
  article: string
  /** Expense or income: « dépense », « D », « recette »… */
  direction: string
  /** Real or of order: « réel », « 0 », « ordre », « 1 »… */
  movement: string
}

/** What the codes of a budget are judged by. */
export interface BudgetCodes {
  chapters: ValidCodes
  accounts: ValidCodes
  plan: Plan | null
  /** Whether articles of the table are headings, as in a budget presented by chapter: 20 may then be the heading. */
  headings: boolean
}

/** What to judge by: a nomenclature (`null` for what all norms share), and all the articles of the table. */
export function budgetCodes(plan: Plan | null, articles: Iterable<string>): BudgetCodes {
  const accounts = plan === null ? ACCOUNTS : validCodes(plan.accounts.keys())
  let headings = false
  for (const one of articles) {
    const article = one.trim()
    if (!/^[1-9]\d$/.test(article) || accounts.withZeros(article).length > 0) continue
    const known = plan?.accounts.get(article)
    if (known === undefined ? plan === null : chaptersOf(known, '', '').size === 0) headings = true
  }
  return { chapters: plan === null ? CHAPTERS : validCodes(plan.chapters.keys()), accounts, plan, headings }
}

/**
 * Whether a chapter lost its zero. One that exists in both forms is decided by the article: equal to it once zeros are set aside,
 * the zero form; beginning with its digits, the plain one; otherwise the zero form. The nomenclature, which names the chapter of
 * each account, must not say otherwise.
 */
export function restoredChapter(row: BudgetRow, codes: BudgetCodes): Verdict {
  const { chapter, article } = row
  const [zeroForm, another] = codes.chapters.withZeros(chapter)
  if (zeroForm === undefined || another !== undefined || !couldHaveLostZeros(chapter)) return KEPT
  const voted = votedIn(row, codes)
  const confirmed = voted.has(zeroForm)
  if (!codes.chapters.has(chapter)) return { kind: 'restored', code: zeroForm, proof: 'only-form', confirmed }
  if (article === '') return undecided('no-article')
  const bare = withoutZeros(article)
  const plain = bare !== chapter && bare.startsWith(chapter)
  if (plain) return voted.has(zeroForm) && !voted.has(chapter) ? undecided('plan-disagrees') : KEPT
  if (bare === chapter && codes.headings) return undecided('headings')
  if (voted.size > 0 && !confirmed) return undecided('plan-disagrees')
  return {
    kind: 'restored',
    code: zeroForm,
    proof: bare === chapter ? 'same-article' : 'other-article',
    confirmed,
  }
}

/**
 * Whether an article lost its zeros: 1 can only be 001. 20 to 24 are also headings, under which nothing is voted: the zero form
 * where the chapter is the article itself or, in a row without chapter, where the nomenclature lets it alone be voted.
 */
export function restoredArticle(row: BudgetRow, codes: BudgetCodes): Verdict {
  const { article } = row
  const [zeroForm, another] = codes.accounts.withZeros(article)
  if (zeroForm === undefined || another !== undefined || !couldHaveLostZeros(article)) return KEPT
  const { accounts: known } = codes.plan ?? {}
  const voted = chaptersOf(known?.get(zeroForm), row.direction, row.movement)
  if (!codes.accounts.has(article))
    return { kind: 'restored', code: zeroForm, proof: 'only-form', confirmed: voted.size > 0 }
  if (codes.headings) return undecided('headings')
  const plainVoted = chaptersOf(known?.get(article), row.direction, row.movement)
  if (row.chapter === '') {
    if (known === undefined) return undecided('no-chapter')
    return voted.size > 0 && plainVoted.size === 0
      ? { kind: 'restored', code: zeroForm, proof: 'heading', confirmed: true }
      : undecided('no-chapter')
  }
  if (withoutZeros(row.chapter) !== article) {
    if (plainVoted.has(row.chapter)) return KEPT
    return undecided('plan-disagrees')
  }
  if (known !== undefined && voted.size > 0 && !voted.has(zeroForm)) return undecided('plan-disagrees')
  return { kind: 'restored', code: zeroForm, proof: 'same-chapter', confirmed: voted.has(zeroForm) }
}

/** Chapters where the nomenclature lets the row's article be voted, its own zeros put back; none where it is silent. */
function votedIn({ article, direction, movement }: BudgetRow, { plan, accounts }: BudgetCodes): Set<string> {
  const forms = [article, ...accounts.withZeros(article)]
  return new Set(forms.flatMap((form) => [...chaptersOf(plan?.accounts.get(form), direction, movement)]))
}

function chaptersOf(account: Account | undefined, direction: string, movement: string): Set<string> {
  if (account === undefined) return new Set()
  const side = directionOf(direction)
  const order = isOrder(movement)
  return new Set(
    VOTES.filter((vote) => side === null || vote.startsWith(side))
      .filter((vote) => order === null || vote.length > 2 === order)
      .map((vote) => account[vote])
      .filter((chapter) => chapter !== ''),
  )
}

/** `d` for « dépense », `r` for « recette », `null` for anything else. */
function directionOf(text: string): 'd' | 'r' | null {
  const first = text.trim().toLowerCase().normalize('NFD').charAt(0)
  return first === 'd' || first === 'r' ? first : null
}

/** Whether a movement is of order; `null` if the text does not say. */
function isOrder(text: string): boolean | null {
  const first = text.trim().toLowerCase().charAt(0)
  if (first === 'o' || first === '1') return true
  return first === 'r' || first === '0' ? false : null
}
