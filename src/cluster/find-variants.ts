import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { CountedText } from '../table/map-values.ts'
import { companionOf, type Companion } from './companions.ts'
import { areEstablishedApart, compareNames, type NameLikeness } from './compare-names.ts'
import { damerauDistance } from './edit-distance.ts'
import { frenchSound } from './french-sound.ts'
import { nameWords } from './name-words.ts'
import { nearPairs } from './near-pairs.ts'
import { coreWords, withoutLegalMention } from './organisation.ts'
import { plainLetters } from './plain-letters.ts'
import type { Progress } from './progress.ts'
import { proposedSpelling } from './proposed-spelling.ts'
import { sameLetters } from './same-letters.ts'
import {
  levelOf,
  type VariantGroup,
  type VariantLink,
  type VariantReason,
  type VariantWarning,
} from './variant-group.ts'
import { WordEvidence } from './word-evidence.ts'

export interface VariantOptions {
  /** Only these rows count; all of them if absent. */
  chosen?: RowMask | undefined
  /** Pairs of spellings that a person has refused: they are not proposed again, nor brought together by others. */
  refused?: readonly (readonly [a: string, b: string])[]
}

/** Links below this are not proposed. */
const LEAST_CONFIDENCE = 0.5
/** Names that so many others meet by the same key are not compared by it: the key says too little. */
const LARGEST_BLOCK = 80

/** A spelling of the column. */
interface Spelling extends CountedText {
  code: number
}

/** Spellings with the same letters and marks, whatever the case, the accents, the blanks and the punctuation. */
interface Form {
  spellings: Spelling[]
  cells: number
  words: readonly string[]
  marks: string
  abbreviated: boolean
}

/** Forms with the same words in any order, articles set aside and abbreviations written out. */
interface Name {
  forms: Form[]
  /** The words of its most frequent form. */
  words: readonly string[]
  marks: string
  /** The spelling that stands for it in links. */
  main: Spelling
  codes: number[]
}

/** A link between two spellings, by their places in the list of all. */
interface Link {
  a: Spelling
  b: Spelling
  reason: VariantReason
  distance: number
  confidence: number
}

/**
 * Spellings of one thing in a column, found by several methods at once, the surest groups first. Companion columns (of the
 * same rows: SIRET, commune) speak for and against. Names that a number, an ordinal or a lone letter tells apart never meet.
 * `progress` is told how far the search is; what it rejects with, the search rejects with.
 */
export async function findVariants(
  column: Column,
  companions: readonly Column[],
  progress: Progress,
  { chosen, refused = [] }: VariantOptions = {},
): Promise<VariantGroup[]> {
  const forms = await formsOf(spellingsOf(column, chosen), (part) => progress(part * 0.08))
  const names = namesOf(forms)
  const evidence = new WordEvidence(names.map(({ words }) => words))
  const beside = companions.map((companion) => companionOf(column, companion))
  await progress(0.1)
  const candidates = await candidatePairs(names, evidence, beside, (part) => progress(0.1 + part * 0.75))
  const links: Link[] = forms.flatMap(linksOfForm)
  for (const name of names) links.push(...linksOfName(name))
  let seen = 0
  for (const pair of candidates) {
    if (++seen % 20_000 === 0) await progress(0.85 + (seen / candidates.size) * 0.1)
    const a = names[Math.floor(pair / names.length)]!
    const b = names[pair % names.length]!
    const link = linkOfNames(a, b, evidence, beside)
    if (link !== null) links.push(link)
  }
  await progress(0.95)
  return groupsOf(links, { names, evidence, beside, refused })
}

function spellingsOf(column: Column, chosen: RowMask | undefined): Spelling[] {
  const counts = countCodes(column, chosen)
  const spellings: Spelling[] = []
  for (let code = BLANK + 1; code < column.dictionary.size; code++)
    if (counts[code]! > 0) spellings.push({ text: column.dictionary.text(code), cells: counts[code]!, code })
  return spellings
}

const LETTER = /\p{L}/u
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu
const WHITE_SPACE = /\p{White_Space}+/gu

async function formsOf(spellings: readonly Spelling[], progress: Progress): Promise<Form[]> {
  const forms = new Map<string, Form>()
  for (const [done, spelling] of spellings.entries()) {
    if (done % 5_000 === 0) await progress(done / spellings.length)
    const { words, marks, abbreviated } = nameWords(withoutLegalMention(spelling.text))
    const letters = LETTER.test(spelling.text)
      ? plainLetters(spelling.text.toLowerCase()).replace(NOT_LETTERS, '')
      : spelling.text.replace(WHITE_SPACE, ' ').trim()
    if (letters === '') continue
    const key = `${letters}|${marks.join(' ')}`
    const form = forms.get(key)
    if (form === undefined)
      forms.set(key, {
        spellings: [spelling],
        cells: spelling.cells,
        words: words.length > 0 ? words : [letters],
        marks: marks.join(' '),
        abbreviated,
      })
    else {
      form.spellings.push(spelling)
      form.cells += spelling.cells
    }
  }
  return [...forms.values()]
}

function namesOf(forms: readonly Form[]): Name[] {
  const byKey = new Map<string, Form[]>()
  for (const form of forms) {
    const key = `${[...form.words].sort().join(' ')}|${form.marks}`
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [form])
    else same.push(form)
  }
  return Array.from(byKey.values(), (same) => {
    same.sort((a, b) => b.cells - a.cells)
    const [first] = same
    return {
      forms: same,
      words: first!.words,
      marks: first!.marks,
      main: mainOf(first!.spellings),
      codes: same.flatMap(({ spellings }) => spellings.map(({ code }) => code)),
    }
  })
}

function mainOf(spellings: readonly Spelling[]): Spelling {
  const proposed = proposedSpelling(spellings)
  return spellings.find(({ text }) => text === proposed)!
}

function linksOfForm({ spellings }: Form): Link[] {
  if (spellings.length < 2) return []
  const main = mainOf(spellings)
  return spellings
    .filter((spelling) => spelling !== main)
    .map((b) => ({ a: main, b, ...sameLetters(main.text, b.text) }))
}

function linksOfName({ forms, main }: Name): Link[] {
  const [first, ...others] = forms
  return others.map((form) => {
    const sameOrder = form.words.join(' ') === first!.words.join(' ')
    const kind = !sameOrder
      ? 'word-order'
      : form.abbreviated !== first!.abbreviated
        ? 'abbreviation'
        : 'articles'
    return { a: main, b: mainOf(form.spellings), reason: { kind }, distance: 0, confidence: 0.95 }
  })
}

/** Pairs of names worth comparing, each as `a * names.length + b` with a before b. */
async function candidatePairs(
  names: readonly Name[],
  evidence: WordEvidence,
  companions: readonly Companion[],
  progress: Progress,
): Promise<Set<number>> {
  const pairs = new Set<number>()
  const add = (a: number, b: number): void => {
    if (a === b || names[a]!.marks !== names[b]!.marks) return
    pairs.add(a < b ? a * names.length + b : b * names.length + a)
  }
  await addNearTexts(names, add, (part) => progress(part * 0.7))
  const corrections = await correctionsOf(evidence, (part) => progress(0.7 + part * 0.1))
  evidence.learn(corrections)
  // Most keys are of one name only: a list is made when a second one comes.
  const firstOf = new Map<number, number>()
  const blocks = new Map<number, number[]>()
  for (const [number, name] of names.entries()) {
    if (number % 5_000 === 0) await progress(0.8 + (number / names.length) * 0.15)
    for (const key of keysOf(name, corrections)) {
      const first = firstOf.get(key)
      const block = blocks.get(key)
      if (first === undefined) firstOf.set(key, number)
      else if (block === undefined) blocks.set(key, [first, number])
      else if (block.length <= LARGEST_BLOCK) block.push(number)
    }
  }
  firstOf.clear()
  const nameOfCode = new Map(
    names.flatMap(({ codes }, number) => codes.map((code) => [code, number] as const)),
  )
  const sharing = companions.flatMap((companion) =>
    companion.sharing().map((codes) => codes.flatMap((code) => nameOfCode.get(code) ?? [])),
  )
  let done = 0
  for (const list of [blocks.values(), sharing]) {
    for (const block of list) {
      if (++done % 50_000 === 0) await progress(0.95)
      if (block.length > LARGEST_BLOCK) continue
      for (const [at, a] of block.entries()) for (const b of block.slice(at + 1)) add(a, b)
    }
  }
  return pairs
}

/** Names of which two forms are one or two letters apart once blanks are set aside. */
async function addNearTexts(
  names: readonly Name[],
  add: (a: number, b: number) => void,
  progress: Progress,
): Promise<void> {
  const texts: string[] = []
  const owners: number[] = []
  const marks = new Map<string, number>()
  const kinds: number[] = []
  for (const [number, name] of names.entries()) {
    const joined = new Set(name.forms.map(({ words }) => words.join('')))
    if (!marks.has(name.marks)) marks.set(name.marks, marks.size)
    for (const text of joined) {
      if (text.length < 4) continue
      texts.push(text)
      owners.push(number)
      kinds.push(marks.get(name.marks)!)
    }
  }
  const options = { radius: 2 as const, kinds: Uint32Array.from(kinds) }
  for (const { a, b } of await nearPairs(texts, options, progress)) add(owners[a]!, owners[b]!)
}

/** For words that stand in few names, the frequent word near them that they may be a misspelling of. */
async function correctionsOf(evidence: WordEvidence, progress: Progress): Promise<Map<string, string>> {
  const words = [...evidence.words.keys()].filter((word) => word.length > 3)
  const corrections = new Map<string, string>()
  const near = await nearPairs(words, { radius: 1, between: damerauDistance }, (part) => progress(part / 2))
  for (const [done, { a, b }] of near.entries()) {
    if (done % 10_000 === 0) await progress(0.5 + done / near.length / 2)
    const [rare, frequent] =
      evidence.namesWith(words[a]!) < evidence.namesWith(words[b]!)
        ? [words[a]!, words[b]!]
        : [words[b]!, words[a]!]
    if (evidence.compare(rare, frequent).confidence < 0.7) continue
    const known = corrections.get(rare)
    if (known === undefined || evidence.namesWith(known) < evidence.namesWith(frequent))
      corrections.set(rare, frequent)
  }
  return corrections
}

/**
 * Keys by which a name meets others, hashed: its words, those without the legal ones, their sound, its words corrected, and
 * its words without each of them.
 */
function keysOf({ words, marks }: Name, corrections: ReadonlyMap<string, string>): Set<number> {
  const sorted = [...words].sort()
  const keys = new Set([
    keyOf(sorted, marks),
    keyOf([...coreWords(words)].sort(), marks),
    keyOf(words.map(frenchSound).sort(), `~${marks}`),
    keyOf(words.map((word) => corrections.get(word) ?? word).sort(), marks),
  ])
  if (words.length > 1) for (let left = 0; left < words.length; left++) keys.add(keyOf(sorted, marks, left))
  return keys
}

/** A hash of 53 bits of words and marks, one word perhaps left out. */
function keyOf(words: readonly string[], marks: string, left = -1): number {
  let high = 0x811c9dc5
  let low = 0x9e3779b1
  const add = (text: string): void => {
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : 0x1f
      high = Math.imul(high ^ unit, 0x01000193)
      low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 13)
    }
  }
  for (const [at, word] of words.entries()) if (at !== left) add(word)
  add(marks)
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}

function linkOfNames(
  a: Name,
  b: Name,
  evidence: WordEvidence,
  companions: readonly Companion[],
): Link | null {
  const found = compareNames(a.words, b.words, evidence)
  const weighed = weighCompanions(found, a, b, companions)
  if (weighed === null || weighed.confidence < LEAST_CONFIDENCE) return null
  return { a: a.main, b: b.main, ...weighed }
}

/** The likeness with what companion columns add to it or take from it. */
function weighCompanions(
  found: NameLikeness | null,
  a: Name,
  b: Name,
  companions: readonly Companion[],
): NameLikeness | null {
  let likeness = found
  for (const { name, identifies, about } of companions) {
    const word = about(a.codes, b.codes)
    if (word === 'silent') continue
    if (identifies && word === 'same') {
      if (likeness !== null) likeness = { ...likeness, confidence: Math.max(likeness.confidence, 0.96) }
      else if (shareWords(a.words, b.words))
        likeness = { reason: { kind: 'same-companion', column: name }, distance: 0, confidence: 0.8 }
    } else if (likeness !== null && word === 'different')
      likeness = { ...likeness, confidence: likeness.confidence - (identifies ? 0.35 : 0.2) }
    else if (likeness !== null)
      likeness = { ...likeness, confidence: Math.min(0.97, likeness.confidence + 0.02) }
  }
  return likeness
}

/** Whether two names have half of the words of the shorter one in common. */
function shareWords(a: readonly string[], b: readonly string[]): boolean {
  const others = new Set(b)
  const shared = a.filter((word) => others.has(word)).length
  return shared > 0 && shared * 2 >= Math.min(a.length, b.length)
}

interface Surroundings {
  names: readonly Name[]
  evidence: WordEvidence
  beside: readonly Companion[]
  refused: readonly (readonly [string, string])[]
}

/** Spellings joined link by link, the surest first; a link that would bring together what must stay apart is left out. */
function groupsOf(links: Link[], { names, evidence, beside, refused }: Surroundings): VariantGroup[] {
  const nameOf = new Map(names.flatMap((name) => name.codes.map((code) => [code, name] as const)))
  const groupOf = new Map<number, { spellings: Spelling[]; names: Set<Name>; links: Link[] }>()
  const groupWith = (spelling: Spelling): { spellings: Spelling[]; names: Set<Name>; links: Link[] } => {
    let group = groupOf.get(spelling.code)
    if (group === undefined) {
      group = { spellings: [spelling], names: new Set([nameOf.get(spelling.code)!]), links: [] }
      groupOf.set(spelling.code, group)
    }
    return group
  }
  const refusedWith = new Map<string, Set<string>>()
  for (const [a, b] of refused)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      refusedWith.set(from, (refusedWith.get(from) ?? new Set()).add(to))
  const isRefused = (a: readonly Spelling[], b: readonly Spelling[]): boolean =>
    refusedWith.size > 0 &&
    a.some(({ text }) => b.some((other) => refusedWith.get(text)?.has(other.text) === true))
  const areApart = (a: ReadonlySet<Name>, b: ReadonlySet<Name>): boolean => {
    for (const left of a)
      for (const right of b)
        if (left !== right && areEstablishedApart(left.words, right.words, evidence)) return true
    return false
  }

  for (const link of links.sort((x, y) => y.confidence - x.confidence)) {
    const a = groupWith(link.a)
    const b = groupWith(link.b)
    if (a === b || isRefused(a.spellings, b.spellings) || areApart(a.names, b.names)) continue
    a.spellings.push(...b.spellings)
    for (const name of b.names) a.names.add(name)
    a.links.push(...b.links, link)
    for (const { code } of b.spellings) groupOf.set(code, a)
  }
  return [...new Set(groupOf.values())]
    .filter(({ spellings }) => spellings.length > 1)
    .map((group) => variantGroup(group.spellings, group.links, beside))
    .sort((a, b) => rank(b) - rank(a) || gainOf(b) - gainOf(a))
}

const rank = ({ level }: VariantGroup): number => ({ sure: 2, likely: 1, possible: 0 })[level]

const gainOf = ({ values, proposed }: VariantGroup): number =>
  values.reduce((sum, { text, cells }) => (text === proposed ? sum : sum + cells), 0)

function variantGroup(
  spellings: readonly Spelling[],
  links: readonly Link[],
  companions: readonly Companion[],
): VariantGroup {
  const values = spellings
    .map(({ text, cells }) => ({ text, cells }))
    .sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
  const warnings: VariantWarning[] = []
  const shown: VariantLink[] = links.map(({ a, b, reason, distance, confidence }) => {
    const against = companions.filter(
      ({ identifies, about }) => identifies && about([a.code], [b.code]) === 'different',
    )
    for (const { name } of against) warnings.push({ a: a.text, b: b.text, column: name })
    return {
      a: a.text,
      b: b.text,
      reason,
      distance,
      confidence: against.length > 0 ? Math.min(confidence, 0.85) : confidence,
    }
  })
  shown.sort((a, b) => b.confidence - a.confidence)
  const weakest = shown.at(-1)!
  const proposed = proposedSpelling(values)
  const { confidence, reason } = weakest
  return {
    key: proposed,
    values,
    proposed,
    confidence,
    level: levelOf(confidence),
    reason,
    links: shown,
    warnings,
  }
}
