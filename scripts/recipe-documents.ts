import { recipeJsonSchema } from '../src/recipe/json-schema.ts'
import type { Field } from '../src/steps/fields.ts'
import { STEPS } from '../src/steps/steps.ts'

const START = '<!-- steps: written by `npm run documents`, do not edit -->'
const END = '<!-- end of steps -->'

const KINDS: Record<Field['kind'], string> = {
  columns: 'names of columns',
  column: 'name of a column',
  names: 'object: name → new name',
  order: 'names of columns, in order',
  text: 'text',
  template: 'text; `{name}` is the row’s value in that column',
  integer: 'whole number',
  number: 'number',
  choice: 'one of the choices',
  flag: 'true or false',
  condition: 'condition (see below)',
  groups: 'list of `{ from: [values], to: value }`',
  refused: 'list of lists of values; those of one list mean different things',
  reference: '`{ sheet }`, `{ plan, year, part }` or `{ table }`: see “References”',
  take: 'object: column of the reference → column to fill',
  value: 'text of a cell',
  settled:
    'list of `{ code, to, reason }`: `to` is another code, `null` to leave blank on purpose, or absent when the code is right; then `own` may give what to write, by column of the reference',
  'column-groups':
    'list of `{ name, columns }`: new column, columns it takes its values from (`null` for none)',
  'sort-keys':
    'list of `{ column, descending, as }`: `as: "number"` compares texts as the numbers they write, `as: "natural"` with the numbers within them by value (2 before 10; those with a zero in front first, as written), without `as` digit by digit',
  summaries:
    'list of `{ name, how, of }`: new column, what it says (`sum`, `average`, `min`, `max`, `distinct`, `first`, `only`, `list`) of which column, or `{ name, how: "count" }`; with `only`, `several` is what stands for several values',
  sheet: '`{ sheet }`: name of another sheet',
  pairs: 'object: column → column of the other sheet',
}

function fieldLine([name, field]: [string, Field]): string {
  const kind =
    field.choices === undefined
      ? KINDS[field.kind]
      : field.choices.map(({ value }) => `\`${value}\``).join(', ')
  const may = field.schema.type === 'optional' ? ' (may be left out)' : ''
  return `| \`${name}\` | ${kind}${may} | ${field.label.en} / ${field.label.fr} |`
}

const stepsDocument = (): string =>
  STEPS.map(({ id, title, about, fields }) => {
    const entries = Object.entries(fields)
    const table =
      entries.length === 0
        ? ['No parameter.']
        : ['| parameter | value | meaning |', '|---|---|---|', ...entries.map(fieldLine)]
    return [`### \`${id}\``, '', `${title.en} / ${title.fr}. ${about.en}`, '', ...table].join('\n')
  }).join('\n\n')

/** The published JSON Schema. */
export const schemaDocument = (): string => JSON.stringify(recipeJsonSchema(), null, 1) + '\n'

/** The recipe format's page with its list of steps brought up to date. Throws when the page has lost its marks. */
export function formatDocument(page: string): string {
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  if (start < 0 || end < start)
    throw new Error('docs/recipe-format.md has lost the marks around its list of steps')
  return `${page.slice(0, start)}${START}\n\n${stepsDocument()}\n\n${page.slice(end)}`
}
