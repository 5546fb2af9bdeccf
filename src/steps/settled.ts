import * as v from 'valibot'
import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'

const filledText = v.pipe(v.string(), v.regex(/\S/))

const settledSchema = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({
        /** As the table writes it, outer blanks set aside. */
        code: filledText,
        /** The code that it stands for; `null` to leave things blank on purpose; absent when the code is right as it is. */
        to: v.optional(v.nullable(filledText)),
        /** What to write for a code that is right, by column of the reference: `{ "libelle": "Frais de bouche" }`. */
        own: v.optional(v.record(filledText, v.string())),
        reason: filledText,
      }),
      v.check(({ to, own }) => to === undefined || own === undefined),
    ),
  ),
  v.check((settled) => new Set(settled.map(({ code }) => code.trim())).size === settled.length),
)

/** What a person decided, once and with a reason, about a code that a reference does not know or that nothing else decides. */
export type Settled = v.InferOutput<typeof settledSchema>[number]

/** Codes that a person settled; kept in the recipe, they hold for next year's file too. */
export const settledField = {
  kind: 'settled' as const,
  schema: settledSchema,
  label: { fr: 'Codes réglés un par un', en: 'Codes settled one by one' },
  hint: {
    fr: 'Chaque décision garde sa raison\u202f; elle servira aussi l’an prochain.',
    en: 'Each decision keeps its reason; it will serve next year too.',
  },
  reads: () => [],
  renamed: (settled: Settled[]) => settled,
  without: (settled: Settled[]) => settled,
}

/** The decisions by code. */
export const settledByCode = (settled: readonly Settled[] | undefined): ReadonlyMap<string, Settled> =>
  new Map((settled ?? []).map((one) => [one.code.trim(), one]))

/** The decisions with others added; a code that was settled before is settled anew. */
export function withDecisions(before: readonly Settled[] | undefined, added: readonly Settled[]): Settled[] {
  const anew = settledByCode(added)
  return [...(before ?? []).filter(({ code }) => !anew.has(code.trim())), ...anew.values()]
}

/** What a decision did, in one sentence: « 656 est pris pour 6586 (3 cellules) : nomenclature M57 depuis 2023. » */
export function settledRemark({ code, to, reason }: Settled, cells: number): Localized {
  const [quoted, english] = [fr.name(code), en.name(code)]
  const counted = {
    fr: `(${fr.count(cells, 'cellule', 'cellules')})\u00a0: ${ended(reason)}`,
    en: `(${en.count(cells, 'cell', 'cells')}): ${ended(reason)}`,
  }
  if (to === null)
    return {
      fr: `${quoted}, laissé sans réponse exprès ${counted.fr}`,
      en: `${english}, left without an answer on purpose ${counted.en}`,
    }
  if (to === undefined)
    return { fr: `${quoted} est juste ${counted.fr}`, en: `${english} is right ${counted.en}` }
  return {
    fr: `${quoted} est pris pour ${fr.name(to)} ${counted.fr}`,
    en: `${english} is taken for ${en.name(to)} ${counted.en}`,
  }
}

const ended = (reason: string): string => {
  const text = reason.trim()
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
