import { describe, expect, test } from 'vitest'
import { hasShared, sharedBytes } from '../../shared-folder.ts'
import { readGiven, shown } from '../given-file.ts'

interface Import {
  bytes: string
  table: { columns: string[]; rows: (string | null)[][] }
}

/** Where the reader does better than OpenRefine 3.6.2, what it reads instead and why. */
const better: Record<string, { why: string; table: Import['table'] }> = {
  bom: { why: 'no byte order mark in the first name', table: { columns: ['a', 'b'], rows: [['é', '2']] } },
  'blank-lines': {
    why: 'the names are found below the blank line',
    table: {
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        [null, null],
        ['3', '4'],
      ],
    },
  },
  title: {
    why: 'the names are found below the title line',
    table: {
      columns: ['Nom', 'Montant', 'Code'],
      rows: [
        ['Club A', '1 000,50', '011'],
        ['Club B', '20', '20'],
        ['TOTAL', '1 020,50', null],
      ],
    },
  },
  'trailing-sep': {
    why: 'a blank name is given in the words of the page',
    table: { columns: ['a', 'b', 'Colonne 3'], rows: [['1', '2', null]] },
  },
  'header-only': { why: 'the comma is found in a single line', table: { columns: ['a', 'b'], rows: [] } },
  'quote-in-middle': {
    why: 'the comma is found and quotes in the middle are letters',
    table: {
      columns: ['a', 'b'],
      rows: [
        ['x"y', '2'],
        ['"x" y', '3'],
      ],
    },
  },
  unbalanced: {
    why: 'a quote that nothing closes swallows no row',
    table: {
      columns: ['a', 'b'],
      rows: [
        ['"x', '2'],
        ['y', '3'],
      ],
    },
  },
}

describe.skipIf(!hasShared)('imports of OpenRefine 3.6.2 (skipped when ../shared is absent)', () => {
  const cases = hasShared
    ? (JSON.parse(new TextDecoder().decode(sharedBytes('oracles/imports.json'))) as Record<string, Import>)
    : {}
  test.each(Object.entries(cases))('%s is read as well or better', async (name, { bytes, table }) => {
    const read = await readGiven(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)))
    expect(shown(read.table)).toEqual(better[name]?.table ?? table)
  })
})
