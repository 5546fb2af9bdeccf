import { packFiles, type PlacedFile } from '../../src/formats/archive/pack-files.ts'
import type { ReadContext } from '../../src/formats/format.ts'
import { GrowingBlob } from '../../src/formats/growing-blob.ts'
import { ZipParts } from '../../src/formats/spreadsheet/zip-parts.ts'
import { isProblem, Problem } from '../../src/problem/problem.ts'
import { readRecipe, writeRecipe } from '../../src/recipe/read-recipe.ts'
import type { Recipe } from '../../src/recipe/recipe.ts'
import type { StoredSource } from '../../src/storage/database.ts'

const RECIPE = 'recipe.tamis.json'
const SOURCES = 'sources.json'

/** A workbook in one zip: its recipe, its sources as received, and which source belongs to which sheet. */
export function packWorkbook(
  recipe: Recipe,
  sources: ReadonlyMap<string, Pick<StoredSource, 'name' | 'bytes'>>,
  progress: ReadContext['progress'],
): Promise<Blob> {
  const places = [...sources].map(([sheet, { name }], index) => ({
    sheet,
    name,
    path: `sources/${index + 1}`,
  }))
  const files: PlacedFile[] = [
    { path: RECIPE, bytes: new Blob([writeRecipe(recipe)]) },
    { path: SOURCES, bytes: new Blob([JSON.stringify(places)]) },
    ...places.map(({ sheet, path }) => ({ path, bytes: sources.get(sheet)!.bytes })),
  ]
  return packFiles(files, { packed: true }, { progress })
}

/** The recipe and sources of a workbook file. Rejects with Problem `workbook-unreadable` or those of `readRecipe`. */
export async function unpackWorkbook(
  file: Blob,
  progress: ReadContext['progress'],
): Promise<{ recipe: Recipe; files: Map<string, { name: string; bytes: Blob }> }> {
  const unreadable = new Problem('workbook-unreadable', {})
  try {
    const parts = await ZipParts.open(file)
    if (!parts.has(RECIPE) || !parts.has(SOURCES)) throw unreadable
    const recipe = readRecipe(new TextDecoder().decode(await parts.whole(RECIPE)))
    const files = new Map<string, { name: string; bytes: Blob }>()
    const places = readPlaces(await parts.whole(SOURCES))
    for (const [index, { sheet, name, path }] of places.entries()) {
      const bytes = new GrowingBlob()
      const within = { progress: (part: number) => progress((index + part) / places.length) }
      for await (const piece of parts.pieces(path, within)) bytes.add(piece)
      files.set(sheet, { name, bytes: bytes.take() })
    }
    return { recipe, files }
  } catch (error) {
    const damaged = isProblem(error) && error.code.startsWith('spreadsheet-')
    throw damaged ? unreadable : error
  }
}

function readPlaces(bytes: Uint8Array): { sheet: string; name: string; path: string }[] {
  try {
    const places: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (Array.isArray(places) && places.every(isPlace)) return places
  } catch {
    // Said below, like every other damage.
  }
  throw new Problem('workbook-unreadable', {})
}

const isPlace = (place: unknown): place is { sheet: string; name: string; path: string } =>
  typeof place === 'object' &&
  place !== null &&
  ['sheet', 'name', 'path'].every((key) => typeof (place as Record<string, unknown>)[key] === 'string')
