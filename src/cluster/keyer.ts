import type { Localized } from '../i18n/messages.ts'

/** A method of grouping: two texts with the same key are taken for spellings of one thing. */
export interface Keyer {
  /** As in recipes and OpenRefine histories. */
  readonly id: string
  readonly name: Localized
  /** One sentence for people who meet the method for the first time. */
  readonly about: Localized
  /** The text's key; '' when the method sees nothing in it to compare, and such texts make no group. */
  key(text: string): string
}
