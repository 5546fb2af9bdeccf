import { account, type Account, type Chapter, type Plan } from '../../nomenclature/plan.ts'
import { Problem } from '../../problem/problem.ts'
import type { ReadContext, SourceFile } from '../format.ts'
import { readElements, type XmlEnd } from '../xml/read-elements.ts'
import { repairControlCharacters } from '../xml/repair-control-characters.ts'
import { localName } from '../xml/root-element.ts'

export const PLAN_ROOT = 'Nomenclature'

export interface OpenedPlan {
  plan: Plan
  /** Exer as written; '' if absent. `plan.year` is 0 then. */
  year: string
  /** Codes that come more than once in their part; the first is kept. */
  repeated: readonly string[]
  end: XmlEnd
}

/** Labels of some official files have stray blanks at their ends and control characters instead of quotes and dashes. */
const labelText = (text: string | undefined): string => repairControlCharacters(text ?? '').trim()

/**
 * An official plan de comptes as the ministry publishes it in XML, one file a year, norm and variant.
 * Stops without failing where the file is cut or broken: see `end`. Throws as `readElements`, and Problem `xml-unknown-root`.
 */
export async function readPlan(
  file: SourceFile,
  encoding: string,
  context: ReadContext,
): Promise<OpenedPlan> {
  const chapters = new Map<string, Chapter>()
  const accounts = new Map<string, Account>()
  const functions = new Map<string, string>()
  const repeated: string[] = []
  let norm = ''
  let variant = ''
  let year = ''

  const keep = <T>(rows: Map<string, T>, code: string, row: T): void => {
    if (rows.has(code)) repeated.push(code)
    else rows.set(code, row)
  }

  const open = (name: string, attributes: Readonly<Record<string, string>>, depth: number): void => {
    const local = localName(name)
    if (depth === 0) {
      if (local !== PLAN_ROOT) throw new Problem('xml-unknown-root', { root: name })
      norm = attributes['Norme'] ?? ''
      variant = attributes['Declinaison'] ?? ''
      year = attributes['Exer'] ?? ''
      return
    }
    const code = attributes['Code'] ?? ''
    if (code === '') return
    const label = labelText(attributes['Libelle'])
    if (local === 'Chapitre') keep(chapters, code, { label, section: attributes['Section'] ?? '' })
    else if (local === 'Compte')
      keep(
        accounts,
        code,
        account(
          label,
          ['DR', 'RR', 'DOES', 'DOIS', 'ROES', 'ROIS'].map((vote) => attributes[vote]),
        ),
      )
    else if (local === 'RefFonc') keep(functions, code, label)
  }

  const end = await readElements(file.bytes, encoding, { open, close: () => undefined }, context)
  const known = /^\d{4}$/.test(year) ? Number(year) : 0
  const plan: Plan = { norm, variant, year: known, askedYear: known, chapters, accounts, functions }
  return { plan, year, repeated, end }
}
