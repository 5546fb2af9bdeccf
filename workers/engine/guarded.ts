import { isProblem, type PlainProblem } from '../../src/problem/problem.ts'
import type { Engine } from '../facade.ts'

/** The same verbs, whose failures cross the thread as plain data; what is no Problem is a defect and crosses as `unexpected`. */
export function guarded(verbs: Engine): Engine {
  const wrapped = Object.entries(verbs).map(([name, verb]) => {
    const call = async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (verb as (...args: unknown[]) => Promise<unknown>)(...args)
      } catch (error) {
        // Comlink passes a value that is no Error as it is; of an Error it would keep only name and message.
        throw plainProblem(error)
      }
    }
    return [name, call]
  })
  return Object.fromEntries(wrapped) as Engine
}

function plainProblem(error: unknown): PlainProblem {
  if (isProblem(error)) return error.plain
  return { code: 'unexpected', values: { message: error instanceof Error ? error.message : String(error) } }
}
