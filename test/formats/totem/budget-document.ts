import type { ReadContext, SourceFile } from '../../../src/formats/format.ts'

export const quietly: ReadContext = { progress: () => undefined }

/** A file of these texts (written in UTF-8) or bytes. */
export const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'budget.xml'): SourceFile => ({
  name,
  bytes: new Blob([content]),
})

/** Bytes of a text of which every character is below U+0100, one byte each. */
export const latinBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))

export interface MadeBudget {
  nomenclature?: string
  year?: string
  decision?: string
  siret?: string
  /** Attributes V of a line by element name; `calculated` makes it a sub-total. */
  lines?: readonly Readonly<Record<string, string>>[]
}

/** A made-up `Budget` element; `p` is the namespace prefix with its colon. */
function budgetXml({ lines = [], ...header }: MadeBudget = {}, p = ''): string {
  const { nomenclature = 'M57-M57_A', year = '2023', decision = '01', siret = '12345678900011' } = header
  const lineXml = lines.map(({ calculated, ...values }) => {
    const fields = Object.entries(values).map(([name, value]) => `      <${p}${name} V="${value}"/>`)
    return [
      `    <${p}LigneBudget${calculated === undefined ? '' : ` calculated="${calculated}"`}>`,
      ...fields,
      `    </${p}LigneBudget>`,
    ].join('\n')
  })
  return [
    `  <${p}Budget>`,
    `    <${p}EnTeteBudget><${p}IdEtab V="${siret}"/>${nomenclature === '' ? '' : `<${p}Nomenclature V="${nomenclature}"/>`}</${p}EnTeteBudget>`,
    `    <${p}BlocBudget><${p}NatDec V="${decision}"/><${p}Exer V="${year}"/></${p}BlocBudget>`,
    ...lineXml,
    `  </${p}Budget>`,
  ].join('\n')
}

/** A made-up document of these budgets. */
export function documentXml(budgets: readonly MadeBudget[], authority = 'VILLEFICTIVE', p = ''): string {
  const declaration = p === '' ? 'xmlns' : `xmlns:${p.slice(0, -1)}`
  return [
    `<${p}DocumentBudgetaire ${declaration}="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">`,
    `  <${p}EnTeteDocBudgetaire><${p}LibelleColl V="${authority}"/></${p}EnTeteDocBudgetaire>`,
    ...budgets.map((budget) => budgetXml(budget, p)),
    `</${p}DocumentBudgetaire>`,
  ].join('\n')
}
