import { valueWords } from '../../i18n/values.ts'
import type { ColumnType } from '../../table/value.ts'
import { language } from '../language.svelte.ts'

/** The type of a column in the person's language: « nombre ». */
export const columnTypeWords = (type: ColumnType): string => language.say(valueWords).types[type]
