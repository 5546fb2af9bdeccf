import { expect, it } from 'vitest'
import { lackingPackages } from '../../scripts/install.mjs'

const lock = (versions: Record<string, string>): { packages: Record<string, { version?: string }> } => ({
  packages: {
    '': {},
    ...Object.fromEntries(
      Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]),
    ),
  },
})
const all = (): boolean => true

it('nothing is installed again when everything is there in its version', () => {
  const both = lock({ comlink: '4.4.2', dexie: '4.4.7' })
  expect(lackingPackages(both, both, all)).toEqual([])
})

it('an update that adds a package or changes its version is noticed, and named', () => {
  const before = lock({ comlink: '4.4.2', dexie: '4.4.7' })
  const after = lock({ comlink: '4.4.3', dexie: '4.4.7', fflate: '0.8.3' })
  expect(lackingPackages(after, before, all)).toEqual(['comlink 4.4.3', 'fflate 0.8.3'])
})

it('a package whose folder is gone is installed although npm noted it', () => {
  const both = lock({ comlink: '4.4.2', '@scope/a': '1.0.0' })
  expect(lackingPackages(both, both, (path) => !path.includes('@scope'))).toEqual(['@scope/a 1.0.0'])
})

it('an optional package of another platform is not missed; one that is there in another version is', () => {
  const wanted = { packages: { 'node_modules/binding': { version: '2.0.0', optional: true } } }
  expect(lackingPackages(wanted, lock({}), all)).toEqual([])
  expect(lackingPackages(wanted, lock({ binding: '1.0.0' }), all)).toEqual(['binding 2.0.0'])
})
