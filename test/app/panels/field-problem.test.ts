import { describe, expect, it } from 'vitest'
import { fieldProblem } from '../../../src/app/panels/fields/field-problem.ts'
import type { Field } from '../../../src/steps/fields.ts'
import { STEPS } from '../../../src/steps/steps.ts'

const fields = STEPS.flatMap((step) =>
  Object.entries(step.fields).map(([name, field]): [string, Field] => [`${step.id}, ${name}`, field]),
)

describe('what a form says about a field', () => {
  it.each(fields)('says what is missing in %s, in both languages', (_, field) => {
    for (const language of ['fr', 'en'] as const) {
      const said = fieldProblem(field, undefined, true, language)
      expect(said).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  it.each(fields.filter(([, { schema }]) => schema.type === 'optional'))(
    'asks for nothing in %s, which a recipe may leave out',
    (_, field) => {
      expect(fieldProblem(field, undefined, false, 'fr')).toBeNull()
    },
  )

  it('takes a renaming that changes no name, and a list of no values, for unfinished', () => {
    const named = (step: string, name: string) => fields.find(([each]) => each === `${step}, ${name}`)![1]
    expect(fieldProblem(named('rename-columns', 'names'), { Nature: 'Nature' }, false, 'fr')).not.toBeNull()
    expect(fieldProblem(named('rename-columns', 'names'), { Nature: 'nature' }, false, 'fr')).toBeNull()
    const where = named('remove-rows', 'where')
    expect(fieldProblem(where, { column: 'Nature', in: [] }, false, 'fr')).not.toBeNull()
    expect(fieldProblem(where, { column: 'Nature', in: ['TOTAL'] }, false, 'fr')).toBeNull()
  })
})
