import { address } from './address.ts'
import { colognePhonetic } from './cologne-phonetic.ts'
import { daitchMokotoff } from './daitch-mokotoff.ts'
import { doubleMetaphone } from './double-metaphone.ts'
import { fingerprint } from './fingerprint.ts'
import { frenchPhonetic } from './french-sound.ts'
import type { Keyer } from './keyer.ts'
import { metaphone } from './metaphone.ts'
import { ngramFingerprint } from './ngram-fingerprint.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { soundex } from './soundex.ts'

/** Every method of grouping by key, from the most careful to the boldest. Adding one: its file, its test, one line here. */
export const KEYERS: readonly Keyer[] = [
  fingerprint,
  organisation,
  person,
  address,
  ngramFingerprint(3),
  ngramFingerprint(2),
  frenchPhonetic,
  ngramFingerprint(1),
  metaphone,
  doubleMetaphone,
  colognePhonetic,
  daitchMokotoff,
  soundex,
]

export const findKeyer = (id: string): Keyer | undefined => KEYERS.find((keyer) => keyer.id === id)
