import type { CountedText } from '../table/map-values.ts'
import type { Cluster } from './cluster.ts'

/** Why two spellings are taken for one thing. */
export type VariantReason = ReasonKind & {
  /** The identifying column (SIRET) in which both have a value in common, when that is not the reason itself. */
  agreeing?: string
}

type ReasonKind =
  /** The same but for blanks, punctuation, case or accents. */
  | { kind: 'blanks' | 'case' | 'accents' | 'punctuation' }
  /** The same words in another order, with other articles, joined or split, or with abbreviations written out. */
  | { kind: 'word-order' | 'articles' | 'joined-words' | 'abbreviation' }
  /** The same but for the words that say what kind of legal person it is. */
  | { kind: 'legal-words' }
  /** So many letters apart, in words that are not both words of their own in this column. */
  | { kind: 'letters'; letters: number }
  /** One stops inside a word where the other, alone in the column, goes on. */
  | { kind: 'cut' }
  /** The same sound in French. */
  | { kind: 'sound' }
  /** Names that resemble each other, on rows with the same value in this identifying column. */
  | { kind: 'same-companion'; column: string }

/** Two spellings of a group side by side: where a person can cut. */
export interface VariantLink {
  a: string
  b: string
  reason: VariantReason
  /** Letters to change once case, accents, blanks and abbreviations are set aside. */
  distance: number
  /** From 0 to 1. */
  confidence: number
}

/** A companion column that speaks against a link: each spelling has values in it, and none in common. */
export interface VariantWarning {
  a: string
  b: string
  column: string
}

export type VariantLevel = 'sure' | 'likely' | 'possible'

/** Spellings proposed as one thing. It is a Cluster, whose key is the proposed spelling. */
export interface VariantGroup extends Cluster {
  values: readonly CountedText[]
  /** That of its weakest link among those that hold it together: a group is as sure as its weakest link. */
  confidence: number
  level: VariantLevel
  /** Reason of the weakest link. */
  reason: VariantReason
  /** The links that hold the group together, the weakest last: a tree, so that cutting one makes two groups. */
  links: readonly VariantLink[]
  warnings: readonly VariantWarning[]
}

/** Sure from 0.9 (the same words), likely from 0.7, possible below. */
export const levelOf = (confidence: number): VariantLevel =>
  confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'possible'
