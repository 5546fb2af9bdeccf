import * as v from 'valibot'
import { Problem } from '../../problem/problem.ts'
import type { Format } from '../format.ts'
import { describePackage, PACKAGE_FILE } from './describe-package.ts'

const options = v.strictObject({})

/** A `datapackage.json` alone: it describes data without holding them, and says which files do. */
export const dataPackage: Format<v.InferOutput<typeof options>> = {
  id: 'data-package',
  name: { fr: 'Description de données (Data Package)', en: 'Description of data (Data Package)' },
  extensions: ['json'],
  options,
  detect: ({ name }, head) =>
    name.toLowerCase() === PACKAGE_FILE && new TextDecoder().decode(head).includes('"resources"') ? 1 : 0,
  /** Always throws Problem `package-without-data`. */
  read: async (file) => {
    const resources = (await describePackage(file)) ?? []
    throw new Problem('package-without-data', { files: resources.map(({ path }) => path) })
  },
}
