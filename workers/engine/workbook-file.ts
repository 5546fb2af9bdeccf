import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate'
import { Problem } from '../../src/problem/problem.ts'
import { readRecipe, writeRecipe } from '../../src/recipe/read-recipe.ts'
import type { Recipe } from '../../src/recipe/recipe.ts'
import type { StoredSource } from '../../src/storage/database.ts'

/** Most bytes that a workbook file may unfold to: a small file that grows beyond is a trap. */
const MOST_BYTES = 2 * 1024 ** 3
const RECIPE = 'recipe.tamis.json'
const SOURCES = 'sources.json'

/** A workbook in one zip: its recipe, its sources as received, and which source belongs to which sheet. */
export async function packWorkbook(
  recipe: Recipe,
  sources: ReadonlyMap<string, Pick<StoredSource, 'name' | 'bytes'>>,
): Promise<Blob> {
  const entries: Record<string, Uint8Array> = { [RECIPE]: strToU8(writeRecipe(recipe)) }
  const places: { sheet: string; name: string; path: string }[] = []
  for (const [sheet, { name, bytes }] of sources) {
    const path = `sources/${places.length + 1}`
    places.push({ sheet, name, path })
    entries[path] = new Uint8Array(await bytes.arrayBuffer())
  }
  entries[SOURCES] = strToU8(JSON.stringify(places))
  return new Blob([zipSync(entries, { level: 6 })], { type: 'application/zip' })
}

/** The recipe and sources of a workbook file. Rejects with Problem `workbook-unreadable` or those of `readRecipe`. */
export async function unpackWorkbook(
  file: Blob,
): Promise<{ recipe: Recipe; files: Map<string, { name: string; bytes: Blob }> }> {
  const entries = unzip(new Uint8Array(await file.arrayBuffer()))
  const recipe = readRecipe(strFromU8(entries[RECIPE] ?? new Uint8Array()))
  const files = new Map<string, { name: string; bytes: Blob }>()
  for (const { sheet, name, path } of readPlaces(entries[SOURCES])) {
    const bytes = Object.hasOwn(entries, path) ? entries[path] : undefined
    if (bytes === undefined) throw new Problem('workbook-unreadable', {})
    files.set(sheet, { name, bytes: new Blob([bytes as Uint8Array<ArrayBuffer>]) })
  }
  return { recipe, files }
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  const filter = ({ originalSize }: UnzipFileInfo): boolean => {
    total += originalSize
    if (total > MOST_BYTES) throw new Problem('workbook-unreadable', {})
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch {
    throw new Problem('workbook-unreadable', {})
  }
}

function readPlaces(bytes: Uint8Array | undefined): { sheet: string; name: string; path: string }[] {
  try {
    const places: unknown = JSON.parse(strFromU8(bytes ?? new Uint8Array()))
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
