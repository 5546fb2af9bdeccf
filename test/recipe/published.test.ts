import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatDocument, schemaDocument } from '../../scripts/recipe-documents.ts'

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('what is published about recipes (run `npm run documents` after changing a step)', () => {
  it('the JSON Schema says what this version accepts', () => {
    expect(file('public/tamis-recipe.schema.json')).toBe(schemaDocument())
  })

  it('the page about the format lists every step as it is', () => {
    const page = file('docs/recipe-format.md')
    expect(page).toBe(formatDocument(page))
  })
})
