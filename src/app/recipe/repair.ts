import type { PlainProblem } from '../../problem/problem.ts'
import type { Params } from '../../steps/step.ts'
import { findStep } from '../../steps/steps.ts'
import type { StepView } from '../../../workers/facade.ts'

/** What would make a failed step work again: the same step on the column's new name. */
export interface Repair {
  column: string
  now: string
  params: Params
}

const missingColumn = (problem: PlainProblem | null): string | null =>
  problem?.code === 'missing-column' ? (problem.values as { column: string }).column : null

/** The repair of the step at this place, if it lacks a column that an earlier step has renamed. */
export function repairOf(steps: readonly StepView[], index: number): Repair | null {
  const failed = steps[index]
  const column = missingColumn(failed?.problem ?? null)
  if (failed === undefined || column === null) return null
  const renaming = steps.slice(0, index).findLast(({ step, state, params }) => {
    const names = params['names'] as Readonly<Record<string, string>> | undefined
    return step === 'rename-columns' && state === 'done' && names?.[column] !== undefined
  })
  const now = (renaming?.params['names'] as Readonly<Record<string, string>> | undefined)?.[column]
  const step = findStep(failed.step)
  if (now === undefined || step === undefined) return null
  return { column, now, params: step.renamed(failed.params, (name) => (name === column ? now : name)) }
}

/** What is left of a failed step without the columns that are no longer there. */
export interface Remainder {
  columns: readonly string[]
  params: Params
}

/** How a failed step can go on without the columns that it lacks; `null` if it makes no sense without them. */
export function remainderOf(failed: StepView): Remainder | null {
  const step = findStep(failed.step)
  if (failed.problem?.code !== 'missing-column' || step === undefined) return null
  const { columns: there } = failed.problem.values as { columns: readonly string[] }
  const columns = step.reads(failed.params).filter((name) => !there.includes(name))
  let params: Params | null = failed.params
  for (const name of columns) params = params === null ? null : step.without(params, name)
  return params === null ? null : { columns, params }
}
