import { withoutZeros } from './codes-over-years.ts'

/** A set of valid codes, ready for finding those that a spreadsheet would have cut. */
export interface ValidCodes {
  has(code: string): boolean
  /** The valid codes that lose zeros and become this one, shortest first; not the code itself. */
  withZeros(code: string): readonly string[]
}

export function validCodes(codes: Iterable<string>): ValidCodes {
  const all = new Set<string>()
  const byBare = new Map<string, string[]>()
  for (const one of codes) {
    const code = one.trim()
    if (code === '' || all.has(code)) continue
    all.add(code)
    const bare = withoutZeros(code)
    if (bare === code || !/^\d+$/.test(code)) continue
    const known = byBare.get(bare)
    if (known === undefined) byBare.set(bare, [code])
    else known.push(code)
  }
  for (const forms of byBare.values()) forms.sort((a, b) => a.length - b.length)
  return { has: (code) => all.has(code), withZeros: (code) => byBare.get(code) ?? [] }
}
