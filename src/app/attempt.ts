import { problemSentence } from '../i18n/problems.ts'
import { shellWords } from '../i18n/shell.ts'
import type { PlainProblem } from '../problem/problem.ts'
import { language } from './language.svelte.ts'
import { toasts, type Toast } from './toasts.svelte.ts'

const isProblem = (reason: unknown): reason is PlainProblem =>
  typeof reason === 'object' && reason !== null && 'code' in reason && 'values' in reason

/** What went wrong, in the person's language; what was not expected says so and goes to the console for us. */
export function sayReason(reason: unknown): string {
  if (isProblem(reason)) {
    try {
      return problemSentence({ code: reason.code, values: reason.values }, language.current)
    } catch (unsayable) {
      console.error(unsayable)
    }
  }
  console.error(reason)
  return language.say(shellWords).unexpected
}

const silent = (reason: unknown): boolean =>
  isProblem(reason) && ['cancelled', 'stale-view'].includes(reason.code)

/**
 * Does a piece of work and says in a toast what went wrong; resolves to `undefined` then. Giving up is not an error.
 * `remedy` says what can be done about a problem, if anything.
 */
export async function attempt<T>(
  work: () => Promise<T>,
  remedy?: (problem: PlainProblem) => Toast['action'] | undefined,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (reason) {
    if (!silent(reason))
      toasts.show(sayReason(reason), 'fail', isProblem(reason) ? remedy?.(reason) : undefined)
    return undefined
  }
}
