import * as v from 'valibot'
import { formWords } from '../../../i18n/forms.ts'
import type { Language } from '../../../i18n/messages.ts'
import type { Condition } from '../../../steps/condition.ts'
import type { Field } from '../../../steps/fields.ts'
import { hasEmptyList } from './condition-rows.ts'

/** Whether a recipe may leave the field out. */
export const mayBeLeftOut = (field: Field): boolean => v.safeParse(field.schema, undefined).success

/** New names that differ from the old ones. */
export const changedNames = (names: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(names as Record<string, string>).filter(([from, to]) => from !== to))

/** What is still missing or wrong in one field, as a sentence; `null` when nothing is. */
export function fieldProblem(
  field: Field,
  value: unknown,
  required: boolean,
  language: Language,
): string | null {
  if (value === undefined) return required || !mayBeLeftOut(field) ? sentence(field, language) : null
  const parsed = v.safeParse(field.schema, value)
  return parsed.success && !isUnfinished(field, parsed.output) ? null : sentence(field, language)
}

/** What a recipe may hold but surely nobody means: a list of values without any, names that all stay the same. */
function isUnfinished(field: Field, value: unknown): boolean {
  if (field.kind === 'condition') return hasEmptyList(value as Condition)
  return field.kind === 'names' && Object.keys(changedNames(value)).length === 0
}

function sentence(field: Field, language: Language): string {
  const { problems } = formWords[language]
  switch (field.kind) {
    case 'columns':
    case 'order':
      return problems.columns
    case 'text':
    case 'template':
    case 'value':
      return problems.text
    case 'integer':
    case 'number': {
      const { min = 0, max = 0 } = field as Field & { min?: number; max?: number }
      return problems.integer(min, max)
    }
    case 'flag':
    case 'choice':
      return problems.choice
    case 'refused':
      return problems.choice
    case 'column-groups':
      return problems.columnGroups
    case 'sort-keys':
      return problems.columns
    default:
      return problems[field.kind]
  }
}
