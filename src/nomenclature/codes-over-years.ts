import { fullName, type KnownPlan } from './known-plans.ts'
import { normFile, planRows, rowLabel } from './norm-file.ts'
import type { PlanPart } from './plan.ts'

/** A code of a plan with its label, for the years from `from` to `to`. */
export interface CodeSpan {
  readonly label: string
  readonly from: number
  readonly to: number
}

/** All the codes of one part of a nomenclature, whatever the year. */
export interface CodesOverYears {
  readonly codes: ReadonlyMap<string, readonly CodeSpan[]>
  /** Codes with zeros in front, by what is left when they lose them: `11` → `011`. */
  readonly zeroForms: ReadonlyMap<string, readonly string[]>
}

const loaded = new Map<string, Promise<CodesOverYears>>()

/** The codes of one part of a nomenclature over all its years; kept once loaded. */
export function codesOverYears(plan: KnownPlan, part: PlanPart): Promise<CodesOverYears> {
  const key = `${fullName(plan)} ${part}`
  let codes = loaded.get(key)
  if (codes === undefined) {
    codes = read(plan, part)
    loaded.set(key, codes)
    codes.catch(() => loaded.delete(key))
  }
  return codes
}

async function read({ norm, variant }: KnownPlan, part: PlanPart): Promise<CodesOverYears> {
  const codes = new Map<string, CodeSpan[]>()
  const zeroForms = new Map<string, string[]>()
  const file = await normFile(norm)
  if (file === undefined) return { codes, zeroForms }
  for (const row of planRows(file, variant, part)) {
    const span = { label: rowLabel(file, row), from: row.from, to: row.to }
    const known = codes.get(row.code)
    if (known !== undefined) {
      known.push(span)
      continue
    }
    codes.set(row.code, [span])
    const bare = withoutZeros(row.code)
    if (bare !== row.code) zeroForms.set(bare, [...(zeroForms.get(bare) ?? []), row.code])
  }
  return { codes, zeroForms }
}

/** What a spreadsheet leaves of a code of digits: `011` → `11`; `0` stays. */
export const withoutZeros = (code: string): string => code.replace(/^0+(?=.)/, '')
