import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../scripts/project.mjs'

/** Names of the rules that each file of a project breaks, under the project's own configuration; files that break none are left out. */
function brokenRules(files: Record<string, string>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-layers-'))
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      copyFileSync(inProject(name), join(folder, name))
    }
    symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const command = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'workers']
    const { stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (stdout === '') throw new Error(stderr)
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] }
    }
    const rules: Record<string, string[]> = {}
    for (const { from, rule } of summary.violations) rules[from] = [...(rules[from] ?? []), rule.name].sort()
    return rules
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const base = {
  'src/app/screen.ts': 'export const screen = 1',
  'src/steps/step.ts': 'export const step = 1\nexport interface Step { id: string }',
  'src/table/table.ts': 'export const table = 1\nexport interface Table { rows: number }',
  'src/formats/csv/read-csv.ts': 'export const readCsv = 1',
  'workers/facade.ts': 'export interface Engine { open: string }',
}

test('an import upwards or sideways, of a value or of a type, is found whoever writes it', () => {
  expect(
    brokenRules({
      ...base,
      'src/table/upward.ts': "import { step } from '../steps/step.ts'\nexport const up = step",
      'src/table/upward-type.ts': "import type { Step } from '../steps/step.ts'\nexport type Up = Step",
      'src/table/screen.ts': "import { mount } from 'svelte'\nexport const m = mount",
      'src/recipe/upward-late.ts': "export const late = () => import('../app/screen.ts')",
      'src/steps/reads-file.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
      'src/formats/json/sideways.ts':
        "import { readCsv } from '../csv/read-csv.ts'\nexport const r = readCsv",
      'src/app/Inside.svelte': `<script lang="ts">\n  import { table } from '../table/table.ts'\n</script>\n{table}`,
      'src/app/inside.ts': "import { table } from '../table/table.ts'\nexport const inside = table",
      'src/cli/screen.ts': "import { screen } from '../app/screen.ts'\nexport const shown = screen",
      'src/cluster/one.ts': "import { two } from './two.ts'\nexport const one = () => two",
      'src/cluster/two.ts': "import { one } from './one.ts'\nexport const two = () => one",
      'workers/upward.ts': "import { screen } from '../src/app/screen.ts'\nexport const seen = screen",
      'src/problem/lost.ts': "import { gone } from './gone.ts'\nexport const lost = gone",
    }),
  ).toEqual({
    'src/table/upward.ts': ['upward-from-table'],
    'src/table/upward-type.ts': ['upward-from-table'],
    'src/table/screen.ts': ['pure-without-browser-packages'],
    'src/recipe/upward-late.ts': ['upward-from-recipe'],
    'src/steps/reads-file.ts': ['no-node-in-the-browser'],
    'src/formats/json/sideways.ts': ['formats-sideways'],
    'src/app/Inside.svelte': ['app-knows-the-facade-only'],
    'src/app/inside.ts': ['app-knows-the-facade-only'],
    'src/cli/screen.ts': ['cli-without-browser'],
    'src/cluster/one.ts': ['no-circle'],
    'workers/upward.ts': ['upward-from-workers'],
    'src/problem/lost.ts': ['resolvable'],
  })
})

test('imports downwards, and types of the engine in the app, are left in peace', () => {
  expect(
    brokenRules({
      ...base,
      'src/steps/downward.ts': "import { table } from '../table/table.ts'\nexport const down = table",
      'src/app/types.ts':
        "import type { Table } from '../table/table.ts'\nimport type { Engine } from '../../workers/facade.ts'\nexport type Both = [Table, Engine]",
      'src/app/Types.svelte': `<script lang="ts">\n  import type { Table } from '../table/table.ts'\n  let { shown }: { shown: Table } = $props()\n</script>\n{shown.rows}`,
      'src/formats/formats.ts': "import { readCsv } from './csv/read-csv.ts'\nexport const all = [readCsv]",
    }),
  ).toEqual({})
})
