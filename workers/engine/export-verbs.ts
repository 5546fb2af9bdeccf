import { findWriter } from '../../src/formats/formats.ts'
import { Problem } from '../../src/problem/problem.ts'
import { fileStem } from '../../src/recipe/edit-recipe.ts'
import { writeRecipe } from '../../src/recipe/read-recipe.ts'
import { withExpectations } from '../../src/recipe/replay.ts'
import { revealedValues } from '../../src/recipe/revealed-values.ts'
import type { Engine, OtherWriter } from '../facade.ts'
import { progressOf } from './progress.ts'
import { runAll, sessionOf } from './sessions.ts'
import { packWorkbook } from './workbook-file.ts'

type ExportVerbs = Pick<Engine, 'exportTable' | 'exportRecipe' | 'exportWorkbook'>

/** Formats with a place for a name get the sheet's. */
function optionsFor(writer: OtherWriter, sheet: string): object {
  if (writer === 'xlsx' || writer === 'ods') return { sheetName: sheet }
  return writer === 'html' ? { caption: sheet } : {}
}

export const exportVerbs: ExportVerbs = {
  async exportTable(id, sheet, chosen, job) {
    const { recipe, runner } = sessionOf(id)
    const progress = progressOf(job)
    const { result } = await runner.run(recipe, sheet, progress)
    const writer = findWriter(chosen.writer)
    if (writer === undefined) throw new Problem('unknown-writer', { name: chosen.writer })
    const options = 'options' in chosen ? chosen.options : optionsFor(chosen.writer, sheet)
    const pieces: BlobPart[] = []
    for (const piece of writer.write(result, options)) {
      pieces.push(piece as Uint8Array<ArrayBuffer>)
      await progress(0.5)
    }
    return {
      fileName: `${fileStem(sheet)}.${writer.extension}`,
      blob: new Blob(pieces, { type: writer.mediaType }),
    }
  },

  async exportRecipe(id, job) {
    const session = sessionOf(id)
    const recipe = withExpectations(session.recipe, await runAll(session, job))
    const blob = new Blob([writeRecipe(recipe)], { type: 'application/json' })
    return { fileName: `${fileStem(recipe.title)}.tamis.json`, blob, reveals: revealedValues(recipe) }
  },

  async exportWorkbook(id) {
    const session = sessionOf(id)
    const { recipe } = session
    const sources = new Map(
      recipe.sheets.flatMap(({ name }) => {
        const source = session.source(name)
        return source === undefined ? [] : [[name, source] as const]
      }),
    )
    return { fileName: `${fileStem(recipe.title)}.tamis`, blob: await packWorkbook(recipe, sources) }
  },
}
