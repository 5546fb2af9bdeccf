import { join } from 'node:path'
import * as v from 'valibot'
import { findWriterFor } from '../formats/formats.ts'
import { commandLine } from '../i18n/command-line.ts'
import { Problem } from '../problem/problem.ts'
import type { Accept, Missing } from '../recipe/decide.ts'
import type { DriftReport } from '../recipe/drift-report.ts'
import { filesBySheet } from '../recipe/files-by-sheet.ts'
import { outputFile } from '../recipe/outputs.ts'
import { readNewFile } from '../recipe/read-new-file.ts'
import { readTogether } from '../recipe/read-together.ts'
import { readRecipe } from '../recipe/read-recipe.ts'
import type { Recipe } from '../recipe/recipe.ts'
import { prepareReplay, runReplay, type Replayed } from '../recipe/replay.ts'
import { Runner, type SourceReader } from '../recipe/runner.ts'
import type { Table } from '../table/table.ts'
import { readArguments, readPairs } from './arguments.ts'
import { CommandError } from './command-error.ts'
import { EXIT, noProgress, type Command } from './command.ts'
import { isFile, isFolder, openSource, readText, writeWhole } from './files.ts'
import { saidRows } from './read.ts'
import { reportLines } from './report-lines.ts'

/** `replay RECIPE [SHEET=]FILE… [-o DIR]…`: writes every output of the recipe, or says why it stops before running. */
export const replay: Command = async (words, terminal) => {
  const { plain, one, many } = readArguments(words, {
    '-o': 'one',
    '--output': 'one',
    '--report': 'one',
    '--accept': 'one',
    '--missing': 'one',
    '--param': 'many',
  })
  const [recipePath, ...filePaths] = plain
  if (recipePath === undefined || filePaths.length === 0) throw new CommandError('no-file')
  const accept = choice<Accept>(one.get('--accept') ?? 'none', ['none', 'sure', 'proposed'])
  const missing = choice<Missing>(one.get('--missing') ?? 'stop', ['stop', 'skip'])
  const asked = withValues(
    readRecipe(await readText(recipePath)),
    readPairs('--param', many.get('--param') ?? []),
  )
  if (asked.outputs.length === 0) throw new CommandError('no-outputs')

  const given = filesBySheet(asked, await Promise.all(filePaths.map((path) => sheetFile(asked, path))))
  const together = new Set([...given].filter(([, { isFolder }]) => isFolder).map(([sheet]) => sheet))
  const recipe = readTogether(asked, together)
  const sources = new Map([...given].map(([sheet, { source }]) => [sheet, source]))
  const readings = new Map<string, ReturnType<SourceReader>>()
  const read: SourceReader = (sheet, file) => {
    const known = readings.get(sheet)
    if (known !== undefined) return known
    const reading = readNewFile(sources.get(sheet)!, file, { progress: noProgress })
    readings.set(sheet, reading)
    return reading
  }
  const files = new Map([...sources].map(([sheet, { name }]) => [sheet, name]))
  const order = { recipe, files, read, decisions: { columns: {} }, accept, missing }
  const prepared = await prepareReplay(order, noProgress)
  const unreadable = prepared.report.sheets.find(({ problem }) => problem !== null)?.problem
  if (unreadable !== null && unreadable !== undefined) throw new Problem(unreadable.code, unreadable.values)
  const say = commandLine[terminal.language]

  const reportPath = one.get('--report')
  const saveReport = async (report: DriftReport): Promise<void> => {
    if (reportPath !== undefined)
      await writeWhole([{ path: reportPath, pieces: [encode(JSON.stringify(report, null, 2) + '\n')] }])
  }
  if (prepared.report.open > 0) {
    for (const line of reportLines(prepared.report, terminal.language)) terminal.say(line)
    terminal.say(`${say.stopped} ${say.how}`)
    await saveReport(prepared.report)
    return EXIT.stopped
  }
  const replayed = await runReplay(prepared, new Runner(read), noProgress)
  const outputs = outputsOf(replayed, one.get('-o') ?? one.get('--output') ?? '.')
  await writeWhole(outputs)
  await saveReport(replayed.report)
  for (const line of reportLines(replayed.report, terminal.language)) terminal.say(line)
  for (const { path, rows } of outputs) terminal.say(say.written(path, saidRows(rows, terminal)))
  return replayed.report.attention ? EXIT.look : EXIT.done
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function choice<C extends string>(value: string, choices: readonly C[]): C {
  const found = choices.find((each) => each === value)
  if (found === undefined) throw new CommandError('not-a-choice', value)
  return found
}

function withValues(recipe: Recipe, values: Readonly<Record<string, string>>): Recipe {
  const parameters = { ...recipe.parameters }
  for (const [name, value] of Object.entries(values)) {
    const known = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (known === undefined) throw new CommandError('unknown-parameter', name)
    parameters[name] = { ...known, value }
  }
  return { ...recipe, parameters }
}

/** `SHEET=FILE` or `FILE`, a folder too; a name that has an equals sign and exists is a file. */
async function sheetFile(recipe: Recipe, argument: string) {
  const equals = argument.indexOf('=')
  const sheet = argument.slice(0, Math.max(0, equals))
  const named = recipe.sheets.some(({ name }) => name === sheet) && !(await isFile(argument))
  const path = named ? argument.slice(equals + 1) : argument
  return {
    sheet: named ? sheet : '',
    file: { source: await openSource(path), isFolder: await isFolder(path) },
  }
}

interface Output {
  path: string
  rows: number
  pieces: Iterable<Uint8Array>
}

function outputsOf({ recipe, runs }: Replayed, folder: string): Output[] {
  return recipe.outputs.map((output): Output => {
    const { fileName, extension } = outputFile(recipe, output)
    const writer = findWriterFor(extension)
    if (writer === undefined) throw new Problem('unknown-writer', { name: extension })
    const options = v.safeParse(writer.options, output.options ?? {})
    if (!options.success)
      throw new Problem('recipe-invalid', { where: `outputs ${fileName}`, found: options.issues[0].received })
    const table: Table = runs.get(output.sheet)!.result
    return { path: join(folder, fileName), rows: table.rowCount, pieces: writer.write(table, options.output) }
  })
}
