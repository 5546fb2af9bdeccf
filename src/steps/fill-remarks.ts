import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { FoundCodes } from './look-up-codes.ts'
import { saidCodes } from './said-codes.ts'
import { settledRemark } from './settled.ts'

/** What a person should know about filling in from a reference; `differing` counts the filled cells that say something else. */
export const fillRemarks = (column: string, found: FoundCodes, differing: number): Localized[] => [
  ...found.settled.flatMap(settledRemarks),
  ...fromParents(found.fromParents),
  ...withoutCode(column, found.emptyCells),
  ...keptCells(differing),
]

function settledRemarks({ decision, cells, known }: FoundCodes['settled'][number]): Localized[] {
  const code = decision.code.trim()
  return [
    settledRemark(decision, cells),
    ...(known
      ? [
          {
            fr: `La nomenclature connaît ${fr.name(code)}\u00a0: la décision prise l’emporte.`,
            en: `The nomenclature has ${en.name(code)}: the decision taken prevails.`,
          },
        ]
      : []),
  ]
}

function fromParents(codes: FoundCodes['fromParents']): Localized[] {
  if (codes.length === 0) return []
  const said = codes.map(({ code, parent, cells }) => ({ from: code, to: parent, cells }))
  return [
    {
      fr: `Faute de mieux, le code parent a répondu\u00a0: ${saidCodes.fr(said)}.`,
      en: `Failing that, the parent code answered: ${saidCodes.en(said)}.`,
    },
  ]
}

function withoutCode(column: string, cells: number): Localized[] {
  if (cells === 0) return []
  return [
    {
      fr: `${fr.count(cells, 'ligne', 'lignes')} sans rien dans ${fr.name(column)}\u00a0: rien à y chercher.`,
      en: `${en.count(cells, 'row', 'rows')} with nothing in ${en.name(column)}: nothing to look up.`,
    },
  ]
}

function keptCells(cells: number): Localized[] {
  if (cells === 0) return []
  return [
    {
      fr: `${fr.count(cells, 'cellule déjà remplie dit', 'cellules déjà remplies disent')} autre chose que la nomenclature\u00a0: elle${cells === 1 ? ' est gardée' : 's sont gardées'}.`,
      en: `${en.count(cells, 'filled cell says', 'filled cells say')} something else than the nomenclature and ${cells === 1 ? 'is' : 'are'} kept.`,
    },
  ]
}
