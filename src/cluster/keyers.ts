import { fingerprint } from './fingerprint.ts'
import { type Keyer } from './keyer.ts'

/** Every method of grouping by key, from the most careful to the boldest. Adding one: its file, its test, one line here. */
export const KEYERS: readonly Keyer[] = [fingerprint]

export const findKeyer = (id: string): Keyer | undefined => KEYERS.find((keyer) => keyer.id === id)
