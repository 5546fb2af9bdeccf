import { writeSync } from 'node:fs'
import { commandLine } from '../i18n/command-line.ts'
import type { Language } from '../i18n/messages.ts'
import { problemSentence } from '../i18n/problems.ts'
import { Problem } from '../problem/problem.ts'
import { checkRecipe } from './check-recipe.ts'
import { CommandError } from './command-error.ts'
import { EXIT, type Command, type Terminal } from './command.ts'
import { read, sentence } from './read.ts'
import { replay } from './replay.ts'

const COMMANDS: Readonly<Record<string, Command>> = { read, replay, 'check-recipe': checkRecipe }

/** Runs a command line; resolves with its exit code. Every failure is one sentence on standard error, never a trace. */
export async function main(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const rest = [...words]
  const terminal: Terminal = {
    language: takeLanguage(rest, environment),
    out: writeOut,
    say: (line) => process.stderr.write(line + '\n'),
  }
  const [verb = '', ...after] = rest
  const usage = commandLine[terminal.language].usage
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    terminal.out(usage + '\n')
    return EXIT.done
  }
  const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined
  try {
    if (command === undefined) throw new CommandError('unknown-verb', verb)
    return await command(after, terminal)
  } catch (error) {
    if (error instanceof CommandError || error instanceof Problem) terminal.say(sentence(error, terminal))
    else {
      const message = error instanceof Error ? error.message : String(error)
      terminal.say(problemSentence({ code: 'unexpected', values: { message } }, terminal.language))
    }
    return EXIT.unusable
  }
}

/** `--lang`, else the environment's language: English when it says so, French otherwise. */
function takeLanguage(words: string[], environment: NodeJS.ProcessEnv): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : (words[at]!.split('=')[1] ?? words[at + 1])
  if (at >= 0) words.splice(at, words[at]!.includes('=') ? 1 : 2)
  const language = asked ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return /^(en|C\b|POSIX)/i.test(language) ? 'en' : 'fr'
}

/** Writes all of it, also to a pipe that is slow to empty. */
function writeOut(text: string | Uint8Array): void {
  let bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') continue
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return
      throw error
    }
  }
}

process.exitCode = await main(process.argv.slice(2), process.env)
