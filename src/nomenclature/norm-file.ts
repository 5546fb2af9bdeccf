import type { PlanPart } from './plan.ts'

/** One norm as `scripts/build-nomenclatures.ts` writes it; the layout is described there. */
export interface NormFile {
  readonly labels: readonly string[]
  readonly votes: readonly string[]
  readonly plans: Readonly<Record<string, Readonly<Record<PlanPart, string>> | undefined>>
}

const files: Readonly<Record<string, () => Promise<{ default: NormFile }>>> = {
  M14: () => import('./plans/m14.json'),
  M4: () => import('./plans/m4.json'),
  M52: () => import('./plans/m52.json'),
  M57: () => import('./plans/m57.json'),
  M61: () => import('./plans/m61.json'),
  M71: () => import('./plans/m71.json'),
}

/** The facts of a norm, loaded when they are first asked for; `undefined` if Tamis has none. */
export const normFile = async (norm: string): Promise<NormFile | undefined> =>
  (await files[norm]?.())?.default

/** A row of one part of a plan: its code, then its fields, and the years that it holds for. */
export interface PlanRow {
  readonly code: string
  readonly fields: readonly string[]
  readonly from: number
  readonly to: number
}

/** Fields after the code. */
const FIELDS: Readonly<Record<PlanPart, number>> = { chapters: 2, accounts: 2, functions: 1 }

/** The rows of one part of a variant, in their order; a code that changed has several. */
export function planRows(file: NormFile, variant: string, part: PlanPart): PlanRow[] {
  const text = file.plans[variant]?.[part] ?? ''
  if (text === '') return []
  return text.split(';').map((row) => {
    const [code = '', ...rest] = row.split(' ')
    const [from, to] = rest.slice(FIELDS[part])
    return {
      code,
      fields: rest.slice(0, FIELDS[part]),
      from: from === undefined ? -Infinity : Number(from),
      to: to === undefined ? Infinity : Number(to),
    }
  })
}

/** The label that a row's first field numbers. */
export const rowLabel = ({ labels }: NormFile, { fields }: PlanRow): string => labels[Number(fields[0])] ?? ''
