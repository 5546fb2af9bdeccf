import { expect, it } from 'vitest'
import type { Recipe } from '../../src/recipe/recipe.ts'
import { packWorkbook, unpackWorkbook } from '../../workers/engine/workbook-file.ts'

const progress = () => undefined

const recipe: Recipe = {
  tamis: 1,
  title: 'Essai',
  sheets: [
    { name: 'Élus', from: { file: { format: 'csv', options: {}, name: 'élus.csv' } }, steps: [] },
    { name: 'Suite', from: { sheet: 'Élus' }, steps: [] },
  ],
  outputs: [],
}

it('a workbook saved in one file is the same on another computer: recipe, and files as received', async () => {
  const bytes = new Blob(['nom;âge\nZoé;31\n'.repeat(10_000)])
  const file = await packWorkbook(recipe, new Map([['Élus', { name: 'élus.csv', bytes }]]), progress)
  expect(file.size).toBeLessThan(bytes.size / 10)
  const { recipe: again, files } = await unpackWorkbook(file, progress)
  expect(again).toEqual(recipe)
  expect([...files.keys()]).toEqual(['Élus'])
  expect(files.get('Élus')!.name).toBe('élus.csv')
  expect(await files.get('Élus')!.bytes.text()).toBe(await bytes.text())
})

it.each([
  ['that is no archive', new Blob(['tamis'])],
  ['that is empty', new Blob([])],
  ['that was cut', null],
])('a workbook file %s is refused as what it is', async (_, file) => {
  const whole = await packWorkbook(recipe, new Map(), progress)
  await expect(unpackWorkbook(file ?? whole.slice(0, -30), progress)).rejects.toMatchObject({
    code: 'workbook-unreadable',
  })
})
