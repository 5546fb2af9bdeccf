import { CommandError } from './command-error.ts'

/** How an option takes its value: a word after it, once or several times, or none. */
type Kind = 'one' | 'many' | 'flag'

export interface Arguments {
  plain: string[]
  one: Map<string, string>
  many: Map<string, string[]>
  flags: Set<string>
}

/** Splits a command line into plain arguments and known options (`--set a=b`, `--set=a=b`, `-o DIR`). Throws CommandError. */
export function readArguments(words: readonly string[], options: Readonly<Record<string, Kind>>): Arguments {
  const found: Arguments = { plain: [], one: new Map(), many: new Map(), flags: new Set() }
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      found.plain.push(...rest)
      break
    }
    if (!word.startsWith('-') || word === '-') {
      found.plain.push(word)
      continue
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1
    const name = equals < 0 ? word : word.slice(0, equals)
    const kind = Object.hasOwn(options, name) ? options[name] : undefined
    if (kind === undefined) throw new CommandError('unknown-option', name)
    if (kind === 'flag') {
      found.flags.add(name)
      continue
    }
    const value = equals < 0 ? rest.shift() : word.slice(equals + 1)
    if (value === undefined) throw new CommandError('no-value', name)
    if (kind === 'one') found.one.set(name, value)
    else found.many.set(name, [...(found.many.get(name) ?? []), value])
  }
  return found
}

/** `name=value` pairs as an object without a prototype. Throws CommandError. */
export function readPairs(option: string, pairs: readonly string[]): Record<string, string> {
  const read: Record<string, string> = {}
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    if (equals < 1 || pair.slice(0, equals) === '__proto__')
      throw new CommandError('not-a-pair', `${option} ${pair}`)
    read[pair.slice(0, equals)] = pair.slice(equals + 1)
  }
  return read
}
