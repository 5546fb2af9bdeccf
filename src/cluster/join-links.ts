import type { Companion } from './companions.ts'
import { areEstablishedApart } from './compare-names.ts'
import type { Link } from './name-links.ts'
import type { Name, Spelling } from './names-of-column.ts'
import type { Progress } from './progress.ts'
import { proposedSpelling } from './proposed-spelling.ts'
import { levelOf, type VariantGroup, type VariantLink, type VariantWarning } from './variant-group.ts'
import type { WordEvidence } from './word-evidence.ts'

export interface Surroundings {
  evidence: WordEvidence
  companions: readonly Companion[]
  /** Pairs of texts that a person keeps apart. */
  refused: readonly (readonly [string, string])[]
}

const LINKS_BETWEEN_PAUSES = 500
/** A link that would make a larger group of names is left out: so many are brought together by chance, not by one thing. */
const MOST_NAMES = 60
/** Most confidence of a link that an identifier speaks against. */
const MOST_IF_AGAINST = 0.85

interface Group {
  spellings: Spelling[]
  names: Set<Name>
  links: Link[]
}

/** Groups made link by link, the surest first; a link that would bring together what must stay apart is left out. */
export async function joinLinks(
  links: readonly Link[],
  { evidence, companions, refused }: Surroundings,
  progress: Progress,
): Promise<VariantGroup[]> {
  const groupOf = new Map<number, Group>()
  const groupWith = (spelling: Spelling, name: Name): Group => {
    let group = groupOf.get(spelling.code)
    if (group === undefined) {
      group = { spellings: [spelling], names: new Set([name]), links: [] }
      groupOf.set(spelling.code, group)
    }
    return group
  }
  const refusals = new Refusals(refused)
  await progress(0)
  const surest = links.toSorted((x, y) => y.confidence - x.confidence)
  for (const [done, link] of surest.entries()) {
    if (done % LINKS_BETWEEN_PAUSES === 0) await progress((done / links.length) * 0.6)
    let [to, from] = [groupWith(link.a, link.names[0]), groupWith(link.b, link.names[1])]
    if (to === from || refusals.keepApart(to.spellings, from.spellings)) continue
    if (areApart(to.names, from.names, evidence)) continue
    if (to.spellings.length < from.spellings.length) [to, from] = [from, to]
    for (const spelling of from.spellings) {
      to.spellings.push(spelling)
      groupOf.set(spelling.code, to)
    }
    for (const name of from.names) to.names.add(name)
    for (const one of from.links) to.links.push(one)
    to.links.push(link)
  }
  const groups: VariantGroup[] = []
  const found = new Set(groupOf.values())
  let done = 0
  for (const { spellings, links: own } of found) {
    if (++done % LINKS_BETWEEN_PAUSES === 0) await progress(0.6 + (done / found.size) * 0.4)
    if (spellings.length > 1) groups.push(variantGroup(spellings, own, companions))
  }
  return groups
    .map((group) => ({ group, rank: rankOf(group), gain: gainOf(group) }))
    .sort((a, b) => b.rank - a.rank || b.gain - a.gain)
    .map(({ group }) => group)
}

/** Pairs of texts that are kept apart, by either of them. */
class Refusals {
  readonly #with = new Map<string, Set<string>>()

  constructor(pairs: readonly (readonly [string, string])[]) {
    for (const [a, b] of pairs) {
      this.#add(a, b)
      this.#add(b, a)
    }
  }

  #add(from: string, to: string): void {
    const others = this.#with.get(from)
    if (others === undefined) this.#with.set(from, new Set([to]))
    else others.add(to)
  }

  keepApart(a: readonly Spelling[], b: readonly Spelling[]): boolean {
    if (this.#with.size === 0) return false
    const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
    return fewer.some(({ text }) => {
      const others = this.#with.get(text)
      return others !== undefined && more.some((other) => others.has(other.text))
    })
  }
}

function areApart(a: ReadonlySet<Name>, b: ReadonlySet<Name>, evidence: WordEvidence): boolean {
  if (a.size + b.size > MOST_NAMES) return true
  for (const left of a)
    for (const right of b)
      if (left !== right && areEstablishedApart(left.words, right.words, evidence)) return true
  return false
}

const rankOf = ({ level }: VariantGroup): number => ({ sure: 2, likely: 1, possible: 0 })[level]

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
      confidence: against.length > 0 ? Math.min(confidence, MOST_IF_AGAINST) : confidence,
    }
  })
  shown.sort((a, b) => b.confidence - a.confidence)
  const { confidence, reason } = shown.at(-1)!
  const proposed = proposedSpelling(values)
  const level = levelOf(confidence)
  return { key: proposed, values, proposed, confidence, level, reason, links: shown, warnings }
}
