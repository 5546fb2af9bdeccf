import { expect, test } from 'vitest'
import { forgottenBy, optionsAfter } from '../../../src/app/import/options-after.ts'
import type { FoundOption } from '../../../src/formats/format.ts'

const option = (name: string, value: string | number, chosen: boolean, startsOver = false): FoundOption => ({
  option: name,
  value,
  label: { fr: '', en: '' },
  evidence: { fr: '', en: '' },
  chosen,
  ...(startsOver ? { startsOver } : {}),
})

const found = [
  option('file', 'a.xlsx', true, true),
  option('sheet', '2020', true, true),
  option('range', 'A1:C9', true),
  option('headerRow', 3, false),
]

test('a choice keeps the other choices, and leaves to detection what nobody has chosen', () => {
  expect(optionsAfter(found, 'headerRow', 4)).toEqual({
    file: 'a.xlsx',
    sheet: '2020',
    range: 'A1:C9',
    headerRow: 4,
  })
  expect(optionsAfter(found, 'range', null)).toEqual({ file: 'a.xlsx', sheet: '2020' })
})

test('another sheet or another file of an archive forgets what was chosen for the one before', () => {
  expect(optionsAfter(found, 'sheet', '2021')).toEqual({ file: 'a.xlsx', sheet: '2021' })
  expect(optionsAfter(found, 'file', 'b.csv')).toEqual({ file: 'b.csv' })
  expect(forgottenBy(found, 'file').map((one) => one.option)).toEqual(['sheet', 'range'])
  expect(forgottenBy(found, 'range')).toEqual([])
})
