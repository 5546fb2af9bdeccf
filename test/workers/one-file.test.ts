import { expect, it } from 'vitest'
import { problemSentence } from '../../src/i18n/problems.ts'
import { Problem } from '../../src/problem/problem.ts'
import { refuseTooLarge } from '../../workers/engine/one-file.ts'
import { readSheets } from '../../workers/engine/read-sheets.ts'

it('says before reading that a file is too large for a page, and what to do', () => {
  expect(() => refuseTooLarge({ name: 'a.csv', size: 1_100_000_000 })).not.toThrow()
  try {
    refuseTooLarge({ name: 'énorme.csv', size: 9_000_000_000 })
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    expect(problemSentence(error as Problem, 'fr')).toContain('9,0\u00a0Go')
    expect(problemSentence(error as Problem, 'fr')).toContain('ligne de commande')
  }
})

it('makes one sheet of a file and the description that was dropped with it, and keeps the description in the recipe', async () => {
  const description = { resources: [{ path: 'a.csv', schema: { fields: [{ name: 'n', type: 'number' }] } }] }
  const files = [
    new File(['n;c\n1,5;011\n2;012\n'], 'a.csv'),
    new File([JSON.stringify(description)], 'datapackage.json'),
  ]
  const job = { id: 'j', progress: () => undefined }
  const { sheets, refused } = await readSheets('w', files, [], job, {})
  expect(refused).toEqual([])
  expect(sheets.map(({ sheet }) => sheet.name)).toEqual(['a'])
  expect(sheets[0]!.reading.table.columns.map(({ type }) => type)).toEqual(['number', 'text'])
  expect(sheets[0]!.file).toMatchObject({ format: 'data-package', name: 'a.csv' })
  expect(sheets[0]!.file.options['package']).toContain('"number"')
})
