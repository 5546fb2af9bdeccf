import { Problem } from '../../problem/problem.ts'
import { CodesBuilder, type Codes } from '../../table/codes.ts'
import { ColumnBuilder, type Column } from '../../table/column.ts'
import type { ReadContext, SourceFile } from '../format.ts'
import { readElements, type XmlEnd } from '../xml/read-elements.ts'
import { localName } from '../xml/root-element.ts'

/** The root elements of documents that hold budgets. */
export const BUDGET_ROOTS: readonly string[] = ['DocumentBudgetaire', 'CompteFinancierUnique']

/** What heads one `Budget` of a document, as written; '' where absent. */
export interface BudgetHeader {
  /** LibelleColl of the document. */
  authority: string
  /** IdEtab. */
  siret: string
  /** Norm and variant, as in `M14-M14_COM_500_3500`. */
  nomenclature: string
  /** NatDec. */
  decision: string
  /** Exer. */
  year: string
}

export interface BudgetLines {
  root: string
  budgets: readonly BudgetHeader[]
  /** For each row, which of `budgets` it belongs to. */
  budgetOfRow: Codes
  /** One column for each of `LINE_FIELDS`, named as the element is. */
  fields: ReadonlyMap<LineField, Column>
  rowCount: number
  /** Lines with `calculated="true"`, which are not rows. */
  subtotals: number
  end: XmlEnd
}

/** Elements of a `LigneBudget` that become columns. */
const LINE_FIELDS = [
  'ContNat',
  'Nature',
  'Fonction',
  'Operation',
  'OpBudg',
  'CodRD',
  'MtReal',
  'MtBudgPrec',
  'MtRARPrec',
  'MtPropNouv',
  'MtPrev',
  'CredOuv',
  'MtRAR3112',
  'ArtSpe',
] as const
export type LineField = (typeof LINE_FIELDS)[number]

/** Codes that the table says in words; any other stays as written. */
const WORDS: Partial<Record<LineField, Readonly<Record<string, string>>>> = {
  OpBudg: { 0: 'réel', 1: 'ordre' },
  CodRD: { R: 'recette', D: 'dépense' },
  ArtSpe: { false: 'non spécialisé', true: 'spécialisé' },
}

const HEADER_FIELDS: Readonly<
  Record<string, Readonly<Record<string, Exclude<keyof BudgetHeader, 'authority'>>>>
> = {
  EnTeteBudget: { IdEtab: 'siret', Nomenclature: 'nomenclature' },
  BlocBudget: { NatDec: 'decision', Exer: 'year' },
}

/**
 * The lines of every `Budget` of the document, in order, and what heads each budget; annexes are passed over.
 * Stops without failing where the file is cut or broken: see `end`. Throws Problem `xml-unknown-root`, `xml-doctype` or `wrong-encoding`.
 */
export async function readBudgetLines(
  file: SourceFile,
  encoding: string,
  context: ReadContext,
): Promise<BudgetLines> {
  const indexOfField = new Map<string, number>(LINE_FIELDS.map((field, index) => [field, index]))
  const builders = LINE_FIELDS.map(() => new ColumnBuilder())
  const wordsOfField = LINE_FIELDS.map((field) => WORDS[field])
  const budgetOfRow = new CodesBuilder()
  const budgets: BudgetHeader[] = []
  const line: (string | null)[] = LINE_FIELDS.map(() => null)
  let root = ''
  let rowCount = 0
  let subtotals = 0

  // Elements are told apart by their names below DocumentBudgetaire and by its prefix: an editor's own elements have another one.
  let documentDepth = -1
  let prefix = ''
  let authority = ''
  let block = ''
  let part = ''
  let isSubtotal = false

  const ownName = (name: string): string => {
    if (prefix === '') return name
    return name.startsWith(prefix) ? name.slice(prefix.length) : ''
  }

  const open = (name: string, attributes: Readonly<Record<string, string>>, depth: number): void => {
    if (depth === 0) {
      root = localName(name)
      if (!BUDGET_ROOTS.includes(root)) throw new Problem('xml-unknown-root', { root: name })
    }
    if (documentDepth < 0) {
      if (localName(name) !== 'DocumentBudgetaire') return
      documentDepth = depth
      prefix = name.slice(0, name.indexOf(':') + 1)
      authority = ''
      return
    }
    switch (depth - documentDepth) {
      case 1:
        block = ownName(name)
        if (block === 'Budget')
          budgets.push({ authority, siret: '', nomenclature: '', decision: '', year: '' })
        return
      case 2:
        part = ownName(name)
        if (block === 'EnTeteDocBudgetaire' && part === 'LibelleColl') authority = attributes['V'] ?? ''
        if (part === 'LigneBudget') {
          isSubtotal = attributes['calculated'] === 'true' || attributes['calculated'] === '1'
          line.fill(null)
        }
        return
      case 3: {
        if (block !== 'Budget') return
        const value = attributes['V'] ?? ''
        if (part === 'LigneBudget') {
          const field = indexOfField.get(ownName(name))
          if (field !== undefined && value !== '') line[field] = wordsOfField[field]?.[value] ?? value
          return
        }
        const header = HEADER_FIELDS[part]?.[ownName(name)]
        if (header !== undefined) budgets.at(-1)![header] = value
      }
    }
  }

  const close = (_name: string, depth: number): void => {
    if (documentDepth < 0) return
    if (depth === documentDepth) {
      documentDepth = -1
      return
    }
    if (depth - documentDepth !== 2 || block !== 'Budget' || part !== 'LigneBudget') return
    if (isSubtotal) {
      subtotals++
      return
    }
    for (let field = 0; field < builders.length; field++) builders[field]!.addText(line[field]!)
    budgetOfRow.push(budgets.length - 1)
    rowCount++
  }

  const end = await readElements(file.bytes, encoding, { open, close }, context)
  const fields = new Map(LINE_FIELDS.map((field, index) => [field, builders[index]!.finish(field)]))
  return { root, budgets, budgetOfRow: budgetOfRow.finish(), fields, rowCount, subtotals, end }
}
