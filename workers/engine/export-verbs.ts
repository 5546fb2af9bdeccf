import { csvWriter } from '../../src/formats/csv/write-csv.ts'
import { findWriter } from '../../src/formats/formats.ts'
import { accountWords } from '../../src/i18n/account.ts'
import { Problem } from '../../src/problem/problem.ts'
import { accountPage } from '../../src/publish/account.ts'
import { fileStem } from '../../src/recipe/edit-recipe.ts'
import { writeRecipe } from '../../src/recipe/read-recipe.ts'
import { withExpectations } from '../../src/recipe/replay.ts'
import { revealedValues } from '../../src/recipe/revealed-values.ts'
import { correspondenceBetween } from '../../src/steps/correspondence-between.ts'
import type { Engine, OtherWriter } from '../facade.ts'
import { aboutBytes } from './export-size.ts'
import { exportTarget } from './export-target.ts'
import { progressOf } from './progress.ts'
import { runAll, sessionOf } from './sessions.ts'
import { packWorkbook } from './workbook-file.ts'
import { describeWorkbook } from './workbook-view.ts'

type ExportVerbs = Pick<
  Engine,
  'exportTable' | 'exportRecipe' | 'exportCorrespondence' | 'exportAccount' | 'exportWorkbook'
>

/** Formats with a place for a name get the sheet's. */
function optionsFor(writer: OtherWriter, sheet: string): object {
  if (writer === 'xlsx' || writer === 'ods') return { sheetName: sheet }
  return writer === 'html' ? { caption: sheet } : {}
}

/** Writing is the second part of the work where the table has to be computed first. */
const WRITING_FROM = 0.1

export const exportVerbs: ExportVerbs = {
  async exportTable(id, sheet, chosen, job, place) {
    const { recipe, runner } = sessionOf(id)
    const progress = progressOf(job)
    const writer = findWriter(chosen.writer)
    if (writer === undefined) throw new Problem('unknown-writer', { name: chosen.writer })
    const options = 'options' in chosen ? chosen.options : optionsFor(chosen.writer, sheet)
    const target = exportTarget(place)
    try {
      const { result } = await runner.run(recipe, sheet, (part) => progress(part * WRITING_FROM))
      const expected = aboutBytes(result, chosen.writer)
      let written = 0
      for (const piece of writer.write(result, options)) {
        await target.write(piece)
        written += piece.length
        await progress(WRITING_FROM + (1 - WRITING_FROM) * Math.min(0.98, written / expected))
      }
      return {
        fileName: `${fileStem(sheet)}.${writer.extension}`,
        blob: await target.finish(writer.mediaType),
      }
    } catch (error) {
      await target.discard()
      throw error
    }
  },

  async exportRecipe(id, job) {
    const session = sessionOf(id)
    const recipe = withExpectations(session.recipe, await runAll(session, job))
    const blob = new Blob([writeRecipe(recipe)], { type: 'application/json' })
    return { fileName: `${fileStem(recipe.title)}.tamis.json`, blob, reveals: revealedValues(recipe) }
  },

  async exportCorrespondence(id, { from, to, settled }, job) {
    const { recipe, runner } = sessionOf(id)
    const progress = progressOf(job)
    const context = {
      progress,
      sheet: async (name: string) => (await runner.run(recipe, name, progress)).result,
    }
    const table = await correspondenceBetween(from, to, settled, context)
    const pieces = [...csvWriter.write(table, { separator: ';', bom: true })].map((piece) => piece.slice())
    return { fileName: 'correspondance.csv', blob: new Blob(pieces, { type: csvWriter.mediaType }) }
  },

  async exportAccount(id, language, job) {
    const view = await describeWorkbook(sessionOf(id), progressOf(job))
    const page = accountPage(view, language, new Date())
    return {
      fileName: `${fileStem(accountWords[language].file(view.title))}.html`,
      blob: new Blob([page], { type: 'text/html;charset=utf-8' }),
    }
  },

  async exportWorkbook(id, job, place) {
    const session = sessionOf(id)
    const { recipe } = session
    const sources = new Map(
      recipe.sheets.flatMap(({ name }) => {
        const source = session.source(name)
        return source === undefined ? [] : [[name, source] as const]
      }),
    )
    const target = exportTarget(place)
    try {
      await target.write(await packWorkbook(recipe, sources, progressOf(job)))
      return { fileName: `${fileStem(recipe.title)}.tamis`, blob: await target.finish('application/zip') }
    } catch (error) {
      await target.discard()
      throw error
    }
  },
}
