/** Writes what is generated from the step list: the published JSON Schema and the list of steps in docs/recipe-format.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatDocument, schemaDocument } from './recipe-documents.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

writeFileSync(inProject('public/tamis-recipe.schema.json'), schemaDocument())
const page = inProject('docs/recipe-format.md')
writeFileSync(page, formatDocument(readFileSync(page, 'utf8')))
