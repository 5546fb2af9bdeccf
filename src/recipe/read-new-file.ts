import { detectFormat, readFile, type ReadFile } from '../formats/formats.ts'
import type { ReadContext, SourceFile } from '../formats/format.ts'
import type { FileOrigin } from './recipe.ts'

/** A file that is sure to be of another format than last year's is read as what it is. */
const SURE = 0.8

/** Reads a new file for a recipe: with fresh detection, and with the options that a person chose as long as the format is the same. */
export async function readNewFile(
  file: SourceFile,
  { format, options }: FileOrigin['file'],
  context: ReadContext,
): Promise<ReadFile> {
  const detected = await detectFormat(file)
  if (detected.format.id !== format && detected.confidence >= SURE) return readFile(file, {}, context)
  return readFile(file, { format, options }, context)
}
