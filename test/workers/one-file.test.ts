import { expect, it } from 'vitest'
import { problemSentence } from '../../src/i18n/problems.ts'
import { Problem } from '../../src/problem/problem.ts'
import { refuseTooLarge } from '../../workers/engine/one-file.ts'

it('says before reading that a file is too large for a page, and what to do', () => {
  expect(() => refuseTooLarge({ name: 'a.csv', size: 1_100_000_000 })).not.toThrow()
  try {
    refuseTooLarge({ name: 'énorme.csv', size: 9_000_000_000 })
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    expect(problemSentence(error as Problem, 'fr')).toContain('9,0\u00a0Go')
    expect(problemSentence(error as Problem, 'fr')).toContain('ligne de commande')
  }
})
