import { padCodes } from './pad-codes.ts'
import { renameColumns } from './rename-columns.ts'
import { type Step } from './step.ts'

/** Every step, in the order in which menus and documentation list them. Adding a step: its file, its test, one line here. */
export const STEPS: readonly Step[] = [renameColumns, padCodes]

const stepsById = new Map(STEPS.map((step) => [step.id, step]))

export const findStep = (id: string): Step | undefined => stepsById.get(id)
