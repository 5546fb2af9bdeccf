import { describe, expect, test } from 'vitest'
import { shown, readGiven, utf16, windows1252 } from '../given-file.ts'

/** A table as a service would send it, made up. */
const names = ['Bénéficiaire', 'Code', 'Montant', 'Versé le', 'Remarque']
const rows = Array.from({ length: 12 }, (_, row): string[] => [
  ['Club de judo', 'École, théâtre', 'Amis ; voisins', 'Comité des fêtes'][row % 4]!,
  ['011', '020', '65', '6574'][row % 4]!,
  row % 5 === 0 ? '' : `${row} ${100 + 37 * row},${10 + row} €`,
  `${10 + row}/03/2020`,
  row % 3 === 0 ? 'dit « l’ami »' : '',
])

const encodings: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with a mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'windows-1252': windows1252,
  'UTF-16 LE with a mark': (text) => utf16(`\ufeff${text}`, true),
  'UTF-16 BE without a mark': (text) => utf16(text, false),
}
const separators = [';', ',', '\t', '|']
const lineEnds = ['\n', '\r\n', '\r']
const headers = {
  'names on line 1': [],
  'a title line': ['Subventions 2020'],
  'title, blank line, title': ['Ville', '', 'Subventions versées'],
} satisfies Record<string, string[]>
type Quoting = 'where needed' | 'everywhere' | 'apostrophes'
const quotings: Quoting[] = ['where needed', 'everywhere', 'apostrophes']

const cell = (text: string, separator: string, quoting: Quoting): string => {
  const sign = quoting === 'apostrophes' ? "'" : '"'
  if (quoting === 'where needed' && !text.includes(separator)) return text
  return sign + text.replaceAll(sign, sign + sign) + sign
}

describe('a table written in any dialect is read as it was', () => {
  for (const [encoding, encode] of Object.entries(encodings)) {
    test.each(Object.entries(headers))(`${encoding}, %s`, async (_, titles) => {
      for (const separator of separators) {
        for (const lineEnd of lineEnds) {
          for (const quoting of quotings) {
            const lines = [names, ...rows].map((row) =>
              row.map((text) => cell(text, separator, quoting)).join(separator),
            )
            const text = [...titles, ...lines].map((line) => line + lineEnd).join('')
            const { table } = await readGiven(encode(text))
            expect(shown(table), JSON.stringify({ separator, lineEnd, quoting })).toEqual({
              columns: names,
              rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
            })
          }
        }
      }
    })
  }
})
