import type { Localized } from '../i18n/messages.ts'
import { DISTANCES } from './distances.ts'
import { KEYERS } from './keyers.ts'
import { ALL_METHODS } from './near-known.ts'

/** Every method of grouping that a recipe can name. */
export const GROUPING_METHODS: readonly { id: string; name: Localized }[] = [
  ...KEYERS,
  { id: ALL_METHODS, name: { fr: 'Plusieurs méthodes à la fois', en: 'Several methods at once' } },
  ...DISTANCES,
]
