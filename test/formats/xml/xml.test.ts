import { describe, expect, it } from 'vitest'
import { findEncoding } from '../../../src/formats/xml/find-encoding.ts'
import { repairControlCharacters } from '../../../src/formats/xml/repair-control-characters.ts'
import { rootElement } from '../../../src/formats/xml/root-element.ts'

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const declaration = (encoding: string): string => `<?xml version="1.0" encoding='${encoding}'?>`

describe('encoding of an XML file', () => {
  it.each([
    [
      'plain ASCII declared ISO-8859-1',
      [utf8(`${declaration('ISO-8859-1')}<a/>`)],
      'windows-1252',
      'declared',
    ],
    ['plain ASCII declared UTF-16', [utf8(`${declaration('UTF-16')}<a/>`)], 'utf-8', 'unknown'],
    [
      'a character cut by the end',
      [utf8(declaration('UTF-8')), utf8('<a b="é').slice(0, -1)],
      'utf-8',
      'declared',
    ],
    ['ISO-8859-15', [utf8(declaration('iso-8859-15')), new Uint8Array([0xa4])], 'iso-8859-15', 'declared'],
    ['no declaration, windows-1252', [new Uint8Array([0x3c, 0x61, 0xe9, 0x20])], 'windows-1252', 'not-utf-8'],
    ['an empty file', [], 'utf-8', 'default'],
    [
      'accents a megabyte further',
      [utf8(declaration('UTF-8') + ' '.repeat(1 << 20)), new Uint8Array([0xe9, 0x20])],
      'windows-1252',
      'not-utf-8',
    ],
  ])('is found for %s', async (_, parts, encoding, reason) => {
    expect(await findEncoding(new Blob(parts))).toMatchObject({ encoding, reason })
  })
})

describe('root element', () => {
  it.each([
    ['<a>', 'a'],
    ['\ufeff  <?xml version="1.0"?>\n<!-- <no> --><?pi <no>?>\n<p:Root x="1">', 'p:Root'],
    ['<!DOCTYPE html [<!ENTITY x "y">]><html>', 'html'],
    ['a;b\n<c>', null],
    ['', null],
    ['<?xml version="1.0"?><!-- cut', null],
  ])('of %j is %s', (text, root) => {
    expect(rootElement(utf8(text))).toBe(root)
  })
})

it('reads control characters as the quotes, dashes and œ that they were', () => {
  expect(repairControlCharacters('l\u0092\u009cuvre \u0096 5 \u0080')).toBe('l’œuvre – 5 €')
  expect(repairControlCharacters('l’œuvre\u0081')).toBe('l’œuvre\u0081')
})
