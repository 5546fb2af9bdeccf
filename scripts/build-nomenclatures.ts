/**
 * Writes `src/nomenclature/plans/*.json`, one compact part a norm, from the facts compiled for 2018–2024.
 * Run: `node -e "import('vite').then((vite) => vite.runnerImport('./scripts/build-nomenclatures.ts'))" - FACTS.json`.
 *
 * A part: `labels` and `votes` (the six chapters of an account, `dr|rr|does|dois|roes|rois`) are shared between the variants;
 * `plans[variant]` has one text for each kind, rows separated by `;`, fields by spaces: `code label [vote or section]`,
 * then `from to` for a row that does not hold for all the years of the variant.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Row = (string | number)[]
type Plan = { years: number[]; chapters: Row[]; accounts: Row[]; functions: Row[] }

const factsPath = process.argv.at(-1)
if (factsPath?.endsWith('.json') !== true) throw new Error('give the path of the facts (JSON)')
const facts = JSON.parse(readFileSync(factsPath, 'utf8')) as { plans: Record<string, Plan> }
const folder = fileURLToPath(new URL('../src/nomenclature/plans/', import.meta.url))
mkdirSync(folder, { recursive: true })

/** A label that the official files of M14 end with a blank, which the compiled facts trim: a budget's table has it as published. */
const ENDING_WITH_BLANK = "Droits d'utilisation – informatique en nuage"

const asPublished = (norm: string, label: string): string =>
  norm === 'M14' && label === ENDING_WITH_BLANK ? `${label} ` : label

/** Numbers distinct texts in the order in which they come. */
class Numbering {
  readonly texts: string[] = []
  #numbers = new Map<string, number>()

  of(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

const index: [string, string, number, number][] = []
const variantsOfNorm = new Map<string, [string, Plan][]>()
for (const [name, plan] of Object.entries(facts.plans)) {
  const [norm, variant] = name.split('-') as [string, string]
  const first = Math.min(...plan.years)
  const last = Math.max(...plan.years)
  if (plan.years.length !== last - first + 1) throw new Error(`${name}: the years are not consecutive`)
  index.push([norm, variant, first, last])
  variantsOfNorm.set(norm, [...(variantsOfNorm.get(norm) ?? []), [variant, plan]])
}

for (const [norm, variants] of variantsOfNorm) {
  const labels = new Numbering()
  const votes = new Numbering()
  const plans = variants.map(([variant, plan]) => {
    const years = [Math.min(...plan.years), Math.max(...plan.years)] as const
    const write = (rows: Row[], middle: (fields: string[]) => string[]): string =>
      rows
        .map((row) => {
          const [code, label, ...fields] = row.slice(0, -2).map(String) as [string, string, ...string[]]
          if (!/^[0-9A-Za-z]+$/.test(code)) throw new Error(`${variant}: the code ${code} cannot be written`)
          const [from, to] = row.slice(-2) as [number, number]
          const always = from === years[0] && to === years[1]
          return [
            code,
            labels.of(asPublished(norm, label)),
            ...middle(fields),
            ...(always ? [] : [from, to]),
          ].join(' ')
        })
        .join(';')
    return [
      variant,
      {
        chapters: write(plan.chapters, (fields) => fields),
        accounts: write(plan.accounts, (fields) => [String(votes.of(fields.join('|')))]),
        functions: write(plan.functions, () => []),
      },
    ] as const
  })
  const part = { labels: labels.texts, votes: votes.texts, plans: Object.fromEntries(plans) }
  writeFileSync(`${folder}${norm.toLowerCase()}.json`, JSON.stringify(part) + '\n')
}
writeFileSync(`${folder}index.json`, JSON.stringify(index) + '\n')
