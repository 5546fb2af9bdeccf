/** What screens of grouping need of the engine itself: how recipes name the search by several methods, and the spelling that a group takes. */
export { ALL_METHODS } from '../cluster/near-known.ts'
export { levelOf } from '../cluster/variant-group.ts'
export { LIST_METHOD } from './replacement-fields.ts'
export { proposedSpelling } from '../cluster/proposed-spelling.ts'
