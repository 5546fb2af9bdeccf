import { expect, test } from 'vitest'
import { readCsv } from '../../../src/formats/csv/read-csv.ts'
import { Problem } from '../../../src/problem/problem.ts'
import { countCodes } from '../../../src/table/column.ts'
import { givenFile, silent } from '../given-file.ts'
import { hasShared, sharedBytes } from '../../shared-folder.ts'
import { pollutions } from './pollutions.ts'

const files = Number(process.env['FUZZ_RUNS'] ?? 300)
const MOST_MS = 5000

/** Small generator of numbers, so that file n is the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const SIGNS = [
  ...[
    '"',
    ';',
    ',',
    '\t',
    '|',
    ':',
    '~',
    '^',
    "'",
    '\\',
    ' ',
    '\n',
    '\r',
    '\0',
    '""',
    '\r\n',
    ';;;;',
    '"\n',
    '\\"',
  ],
  ...['sep=;\n', '\ufeff', 'Ã©', 'é'],
].map((text) => new TextEncoder().encode(text))

const spliced = (bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array =>
  new Uint8Array([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + removed)])

function mutated(original: Uint8Array, other: Uint8Array, next: (below: number) => number): Uint8Array {
  let bytes = original
  for (let left = 1 + next(8); left > 0; left--) {
    const at = next(bytes.length + 1)
    const length = next(200)
    const part = bytes.slice(at, at + length)
    const kind = next(9)
    if (kind === 0) bytes = spliced(bytes, at, 1, Uint8Array.of(next(256)))
    else if (kind === 1) bytes = spliced(bytes, at, length, new Uint8Array())
    else if (kind === 2) bytes = spliced(bytes, at, 0, part)
    else if (kind === 3) bytes = spliced(bytes, next(bytes.length + 1), 0, part)
    else if (kind === 4) bytes = bytes.slice(0, at)
    else if (kind === 5) bytes = spliced(bytes, at, 0, other.subarray(0, 3000))
    else if (kind === 6)
      bytes = spliced(bytes, at, 0, new Uint8Array(next(20_000)).fill([34, 44, 59, 32, 10, 39, 92][next(7)]!))
    else bytes = spliced(bytes, at, next(2), SIGNS[next(SIGNS.length)]!)
  }
  return bytes
}

/** How often each run of ASCII letters and digits comes. */
function tally(texts: Iterable<[text: string, times: number]>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [text, times] of texts) {
    for (const [word] of text.matchAll(/[A-Za-z0-9]+/g)) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  return counts
}

/** Reads the file with every line kept as a row: each word of it must be in a cell, a name or a note about titles. */
async function lostWords(bytes: Uint8Array): Promise<string[]> {
  const { table, found, notes } = await readCsv(givenFile(bytes), { table: 'rows', headerRows: 1 }, silent)
  const encoding = found.find(({ option }) => option === 'encoding')!.value as string
  const text = new TextDecoder(encoding.startsWith('utf-16') ? encoding : 'latin1').decode(bytes)
  const kept = tally([
    ...table.columns.flatMap((column): [string, number][] => {
      const counts = countCodes(column)
      return Array.from(counts, (times, code) => [column.dictionary.text(code), times])
    }),
    ...table.columns.map(({ name, nameInFile }): [string, number] => [nameInFile?.text ?? name, 1]),
    ...notes.filter(({ code }) => code === 'title-lines').map((note): [string, number] => [note.text.en, 1]),
    ...found
      .filter(({ option }) => option === 'separator')
      .map((one): [string, number] => [one.evidence.en, 1]),
  ])
  return [...tally([[text, 1]])].flatMap(([word, times]) => ((kept.get(word) ?? 0) < times ? [word] : []))
}

test(`${files} mutated files give a table or a sentence in time, and no word is lost (more with FUZZ_RUNS=10000)`, async () => {
  const originals = [...pollutions(false)].map(({ bytes }) => bytes)
  if (hasShared) {
    for (const name of ['subventions-2020.csv', 'subventions-2021.csv']) {
      originals.push(sharedBytes(`data/subventions/${name}`).slice(0, 5000))
    }
  }
  let refused = 0
  let slowest = 0
  for (let file = 0; file < files; file++) {
    const next = numbers(file)
    const pick = () => originals[next(originals.length)]!
    const bytes = mutated(pick(), pick(), next)
    const start = performance.now()
    const used = process.cpuUsage()
    try {
      const { table } = await readCsv(givenFile(bytes), {}, silent)
      for (const { codes, dictionary } of table.columns) {
        expect(codes.length).toBe(table.rowCount)
        expect(codes.every((code) => code < dictionary.size)).toBe(true)
      }
      const { user, system } = process.cpuUsage(used)
      // Whichever is less: other programs may keep the machine busy.
      const took = Math.min(performance.now() - start, (user + system) / 1000)
      slowest = Math.max(slowest, took)
      expect(took, `file ${file} took too long`).toBeLessThan(MOST_MS)
      expect(await lostWords(bytes), `file ${file} lost words`).toEqual([])
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused++
    }
  }
  console.info(
    `fuzz: ${files} files, ${refused} refused with a sentence, the slowest read in ${Math.round(slowest)} ms`,
  )
}, 3_600_000)
