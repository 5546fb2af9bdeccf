import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWriterFor } from '../../../src/formats/formats.ts'
import { htmlWriter, type HtmlWriterOptions } from '../../../src/formats/html/write-html.ts'
import { tableFromRows, type Table } from '../../../src/table/table.ts'
import { numbers, smallTable } from '../../small-table.ts'
import { joined } from '../given-file.ts'

const written = (table: Table, options: HtmlWriterOptions = {}) =>
  new TextDecoder().decode(joined(htmlWriter.write(table, options)))

test('a page has a language, a caption, header cells that say what they head, and numbers to the right', () => {
  const page = written(smallTable({ nom: ['Été', null], montant: numbers('1.50', '-2') }))
  expect(page).toContain('<html lang="fr">')
  expect(page).toContain('<caption>Tableau de 2\u00a0lignes et 2\u00a0colonnes</caption>')
  expect(page).toContain('<th scope="col">nom</th><th scope="col" class="n">montant</th>')
  expect(page).toContain(
    '<tr><td>Été</td><td class="n">1.50</td></tr>\n<tr><td></td><td class="n">-2</td></tr>\n',
  )
  expect(written(tableFromRows(['a'], []), { caption: 'A & <B>', language: 'en' })).toContain(
    '<title>A &amp; &lt;B&gt;</title>',
  )
  expect(findWriterFor('html')).toBe(htmlWriter)
})

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' }
const decoded = (html: string): string => html.replace(/&([^;]+);/g, (_, name: string) => entities[name]!)

test('no text becomes a tag, and each is in its cell as it is', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '<', '>', '&', '"', "'", '/', 'td', '\n', '\r', ' ', 'é'),
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
      const page = written(tableFromRows(['<a>', 'b'], rows))
      const cells = Array.from(page.matchAll(/<td>([^<]*)<\/td>/g), ([, cell]) => decoded(cell!))
      expect(cells).toEqual(rows.flat())
      expect(
        page
          .match(/<[^/!][^>]*>/g)!
          .filter(
            (tag) => !/^<(html|head|meta|title|style|body|table|caption|thead|tbody|tr|th|td)\b/.test(tag),
          ),
      ).toEqual([])
    }),
  )
})
