import { basename, extname, join } from 'node:path'
import { findings } from '../diagnosis/findings.ts'
import { csvWriter } from '../formats/csv/write-csv.ts'
import type { SourceFile } from '../formats/format.ts'
import { describedTogether, readFile, type ReadFile } from '../formats/formats.ts'
import { commandLine } from '../i18n/command-line.ts'
import { problemSentence } from '../i18n/problems.ts'
import { words as wordsByLanguage } from '../i18n/words.ts'
import { Problem } from '../problem/problem.ts'
import { profileColumn } from '../table/profile.ts'
import { readArguments, readPairs } from './arguments.ts'
import { CommandError } from './command-error.ts'
import { EXIT, noProgress, type Command, type Terminal } from './command.ts'
import { isFolder, openSource, writeWhole } from './files.ts'

/**
 * `read FILE… [-o OUT] [--set option=value]… [--describe]`: opens files as the app would (all of a folder as one table) and writes
 * them as UTF-8 comma CSV. A `datapackage.json` among them says how to read the others and is no table.
 */
export const read: Command = async (words, terminal) => {
  const {
    plain: paths,
    one,
    many,
    flags,
  } = readArguments(words, { '-o': 'one', '--output': 'one', '--set': 'many', '--describe': 'flag' })
  if (paths.length === 0) throw new CommandError('no-file')
  const { format, ...options } = readPairs('--set', many.get('--set') ?? [])
  const output = one.get('-o') ?? one.get('--output')
  const describe = flags.has('--describe')

  const described: object[] = []
  let failures = 0
  const failed = (path: string, error: unknown): void => {
    if (!(error instanceof Problem) && !(error instanceof CommandError)) throw error
    failures++
    terminal.say(commandLine[terminal.language].failedFile(path, sentence(error, terminal)))
  }
  const sources: (SourceFile & { path: string })[] = []
  for (const path of paths) {
    try {
      sources.push({ path, ...(await openSource(path)) })
    } catch (error) {
      failed(path, error)
    }
  }
  const together = await describedTogether(sources)
  const isOne = together.length + failures === 1
  if (!isOne && output === undefined && !describe) throw new CommandError('one-output')
  const tables = isOne ? together.map(({ file }) => file.path) : paths
  const target = output === undefined ? null : await targetOf(output, tables)
  for (const { file, choice } of together) {
    try {
      const asked = (await isFolder(file.path)) ? { file: 'all', ...options } : options
      const chosen =
        format === undefined
          ? { ...choice, options: { ...choice.options, ...asked } }
          : { format, options: asked }
      const result = await readFile(file, chosen, { progress: noProgress })
      if (describe) described.push(await description(file.path, result, terminal))
      await write(file.path, result, target, terminal, describe)
    } catch (error) {
      failed(file.path, error)
    }
  }
  if (describe) {
    const [only] = described
    if (!isOne || only !== undefined) {
      terminal.out(JSON.stringify(isOne ? only : described, null, 2) + '\n')
    }
  }
  return failures > 0 ? EXIT.unusable : EXIT.done
}

/** Where each input goes: one file, or a folder in which each keeps its name. */
async function targetOf(output: string, paths: readonly string[]): Promise<(path: string) => string> {
  const folder = paths.length > 1 || /[\\/]$/.test(output) || (await isFolder(output))
  if (!folder) return () => output
  const taken = new Set<string>()
  return (path) => {
    const extension = extname(path)
    const own = extension.toLowerCase() === '.csv' ? basename(path) : `${basename(path, extension)}.csv`
    const name = taken.has(own) ? `${basename(path)}.csv` : own
    taken.add(name)
    return join(output, name)
  }
}

async function write(
  path: string,
  { table }: ReadFile,
  target: ((path: string) => string) | null,
  terminal: Terminal,
  describe: boolean,
): Promise<void> {
  const pieces = csvWriter.write(table, { names: 'received' })
  if (target !== null) await writeWhole([{ path: target(path), pieces }])
  else if (!describe) for (const piece of pieces) terminal.out(piece)
}

async function description(
  path: string,
  { table, format, confidence, found, notes }: ReadFile,
  { language }: Terminal,
): Promise<object> {
  return {
    file: path,
    format: format.id,
    formatName: format.name[language],
    confidence,
    options: Object.fromEntries(
      found.map(({ option, value, label, evidence, chosen }) => [
        option,
        { value, label: label[language], evidence: evidence[language], chosen },
      ]),
    ),
    rows: table.rowCount,
    columns: table.columns.map((column) => {
      const { name, type, filled, blank, distinct, top } = profileColumn(column)
      return { name, type, filled, blank, distinct, top }
    }),
    findings: (await findings(table, notes)).map(({ text, evidence, ...finding }) => ({
      ...finding,
      text: text[language],
      ...(evidence === undefined ? {} : { evidence: evidence[language] }),
    })),
  }
}

/** What to tell the person about something that cannot be used. */
export function sentence(error: Problem | CommandError, { language }: Terminal): string {
  if (error instanceof CommandError) return commandLine[language].errors[error.code](error.value)
  return problemSentence(error, language)
}

/** "1 600 lignes", "1 row". */
export const saidRows = (count: number, { language }: Terminal): string =>
  commandLine[language].rows(
    wordsByLanguage[language].number(count),
    count === 1 || (count === 0 && language === 'fr'),
  )
