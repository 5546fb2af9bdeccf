import type { PlanPart } from '../../../nomenclature/plan.ts'

/** Which codes of a nomenclature a column most likely holds, from its name as the budget documents have it. */
export function likelyPart(column: string): PlanPart {
  if (/fonc/i.test(column)) return 'functions'
  if (/contnat|chap/i.test(column)) return 'chapters'
  return /nat|article|compte/i.test(column) ? 'accounts' : 'chapters'
}
