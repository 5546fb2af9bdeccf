import { dayWords } from '../i18n/day-words.ts'
import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { readDate, type DateOrder } from './read-date.ts'
import { readSerial, type SerialSystem } from './read-serial.ts'
import { dateOrder, type DateSurvey, type SeenCells } from './survey-dates.ts'
import { areTimesMeant, type DateWriting } from './write-date.ts'

interface Chosen {
  order: 'auto' | DateOrder
  /** What numbers of spreadsheets are read as; `null` if they are not. */
  system: SerialSystem | null
  write: DateWriting
}

/**
 * What a person could not guess from the counts of a conversion to dates: doubts and how they were settled, what was left out, and why cells
 * keep their text. `all` is of the whole column, `seen` of the chosen rows.
 */
export function dateRemarks(
  column: string,
  all: DateSurvey,
  seen: DateSurvey,
  { order, system, write }: Chosen,
): Localized[] {
  return [
    ...orderRemark(all, order),
    ...impossibleRemark(seen),
    ...partialRemark(seen, write),
    ...shortYearRemark(seen),
    ...serialRemark(seen, system),
    ...timeRemark(seen, write, system),
    ...zoneRemark(seen),
  ].map((remark) => ({
    fr: `${fr.name(column)}\u00a0: ${remark.fr}`,
    en: `${en.name(column)}: ${remark.en}`,
  }))
}

const cellsLike = ({ cells, example }: SeenCells, verb: readonly [fr: string, en: string] | null) => ({
  fr: `${fr.count(cells, 'cellule comme', 'cellules comme')} ${fr.name(example)}${verb === null ? '' : ` ${verb[0]}`}`,
  en: `${en.count(cells, 'cell', 'cells')} like ${en.name(example)}${verb === null ? '' : ` ${verb[1]}`}`,
})

const many = <T>(cells: number, one: T, more: T): T => (cells === 1 ? one : more)

const FIRST: Readonly<Record<DateOrder, Localized>> = {
  day: { fr: 'le jour d’abord', en: 'the day first' },
  month: { fr: 'le mois d’abord', en: 'the month first' },
}

/** Dates that can be read in two ways, and dates that contradict the way chosen. */
function orderRemark(all: DateSurvey, chosen: 'auto' | DateOrder): Localized[] {
  const { open, dayFirst, monthFirst } = all
  const order = chosen === 'auto' ? dateOrder(all) : chosen
  if (order === null) return unsettled(all)
  const [proof, contrary] = order === 'day' ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
  return [
    ...(open.cells === 0 ? [] : [settled(open, order, proof, contrary)]),
    ...(contrary.cells === 0 ? [] : [contradicted(contrary, order)]),
  ]
}

function bothDays({ example }: SeenCells): { fr: string; en: string } {
  const { day, month } = readDate(example) ?? { day: null, month: null }
  const [one, other] = [(day ?? '').slice(0, 10), (month ?? '').slice(0, 10)]
  return {
    fr: `le ${dayWords.fr(one)} ou le ${dayWords.fr(other)}`,
    en: `${dayWords.en(one)} or ${dayWords.en(other)}`,
  }
}

function doubt(open: SeenCells): Localized {
  const said = cellsLike(open, many(open.cells, ['peut', 'can'], ['peuvent', 'can']))
  const both = bothDays(open)
  return { fr: `${said.fr} se lire ${both.fr}`, en: `${said.en} be read ${both.en}` }
}

function unsettled({ open, dayFirst, monthFirst }: DateSurvey): Localized[] {
  const kinds = [dayFirst, monthFirst, open].filter(({ cells }) => cells > 0)
  if (kinds.length === 0) return []
  const all = kinds.reduce((sum, { cells }) => sum + cells, 0)
  const examples = kinds.map(({ example }) => example)
  return [
    {
      fr: `rien ne dit si le jour ou le mois vient d’abord dans ${fr.count(all, 'cellule', 'cellules')} comme ${fr.list(examples.map(fr.name))}${kinds.length === 1 ? '' : ', qui se contredisent'}\u00a0: ${many(all, 'elle garde son texte', 'elles gardent leur texte')}. Choisissez ce qui vient d’abord.`,
      en: `nothing says whether the day or the month comes first in ${en.count(all, 'cell', 'cells')} like ${en.list(examples.map(en.name))}${kinds.length === 1 ? '' : ', which contradict each other'}: ${many(all, 'it keeps its', 'they keep their')} text. Choose what comes first.`,
    },
  ]
}

function settled(open: SeenCells, order: DateOrder, proof: SeenCells, contrary: SeenCells): Localized {
  const said = doubt(open)
  if (proof.cells === 0 && contrary.cells > 0)
    return {
      fr: `${said.fr}. Lu ${FIRST[order].fr}, comme demandé\u00a0; les autres valeurs disent le contraire, vérifiez.`,
      en: `${said.en}. Read with ${FIRST[order].en}, as asked; the other values say the contrary, please check.`,
    }
  if (proof.cells === 0)
    return {
      fr: `${said.fr}, et aucune autre valeur ne tranche. Lu ${FIRST[order].fr}${order === 'day' ? ', comme en France' : ''}.`,
      en: `${said.en}, and no other value settles it. Read with ${FIRST[order].en}${order === 'day' ? ', as in France' : ''}.`,
    }
  return {
    fr: `${said.fr}. ${fr.count(proof.cells, 'autre cellule a', 'autres cellules ont')} ${FIRST[order].fr}, comme ${fr.name(proof.example)}\u00a0: toutes sont lues ainsi.`,
    en: `${said.en}. ${en.count(proof.cells, 'other cell has', 'other cells have')} ${FIRST[order].en}, like ${en.name(proof.example)}: all are read so.`,
  }
}

function contradicted(contrary: SeenCells, order: DateOrder): Localized {
  const other = order === 'day' ? 'month' : 'day'
  const said = cellsLike(
    contrary,
    many(contrary.cells, ['ne se lit', 'can be read'], ['ne se lisent', 'can be read']),
  )
  return {
    fr: `${said.fr} qu’avec ${FIRST[other].fr}\u00a0: ${many(contrary.cells, 'elle garde son texte', 'elles gardent leur texte')}.`,
    en: `${said.en} with ${FIRST[other].en} only: ${many(contrary.cells, 'it keeps its', 'they keep their')} text.`,
  }
}

function impossibleRemark({ impossible }: DateSurvey): Localized[] {
  const { cells } = impossible
  if (cells === 0) return []
  const said = cellsLike(
    impossible,
    many(cells, ['dit une date', 'says a date'], ['disent une date', 'say a date']),
  )
  return [
    {
      fr: `${said.fr} qui n’existe pas\u00a0: ${many(cells, 'elle garde son texte', 'elles gardent leur texte')}.`,
      en: `${said.en} that does not exist: ${many(cells, 'it keeps its', 'they keep their')} text.`,
    },
  ]
}

function partialRemark({ partial }: DateSurvey, write: DateWriting): Localized[] {
  const { cells, example } = partial
  if (cells === 0 || write === 'year') return []
  const isYear = (readDate(example)?.day ?? '').length === 4
  if (write === 'month' && !isYear) return []
  const missing = write === 'month' ? ['le mois', 'the month'] : ['le jour', 'the day']
  const said = cellsLike(
    partial,
    many(
      cells,
      [`ne dit pas ${missing[0]!}`, `does not say ${missing[1]!}`],
      [`ne disent pas ${missing[0]!}`, `do not say ${missing[1]!}`],
    ),
  )
  return [
    {
      fr: `${said.fr}\u00a0: ${many(cells, 'elle garde son texte', 'elles gardent leur texte')}. Rien n’est inventé\u00a0; pour une colonne entière, choisissez d’écrire ${isYear ? 'l’année' : 'l’année et le mois'}.`,
      en: `${said.en}: ${many(cells, 'it keeps its', 'they keep their')} text. Nothing is made up; for a whole column, choose to write ${isYear ? 'the year' : 'the year and the month'}.`,
    },
  ]
}

function shortYearRemark({ shortYears }: DateSurvey): Localized[] {
  const { cells } = shortYears
  if (cells === 0) return []
  const said = cellsLike(shortYears, null)
  return [
    {
      fr: `${said.fr} ${many(cells, 'a', 'ont')} une année de deux chiffres\u00a0: de 00 à 68, c’est 2000 à 2068\u00a0; de 69 à 99, c’est 1969 à 1999.`,
      en: `${said.en} ${many(cells, 'has', 'have')} a year of two digits: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999.`,
    },
  ]
}

function serialRemark({ serials }: DateSurvey, system: SerialSystem | null): Localized[] {
  const { cells, example } = serials
  if (cells === 0) return []
  const day = readSerial(example, system ?? '1900')?.day ?? ''
  const said = cellsLike(serials, null)
  if (system === null)
    return [
      {
        fr: `${said.fr} ${many(cells, 'peut être un jour compté', 'peuvent être des jours comptés')} par un tableur (${dayWords.fr(day)})\u00a0: ${many(cells, 'elle garde son texte', 'elles gardent leur texte')}. Si ce sont des dates, dites-le sous «\u00a0Plus de réglages\u00a0».`,
        en: `${said.en} may be ${many(cells, 'a day', 'days')} as a spreadsheet counts ${many(cells, 'it', 'them')} (${dayWords.en(day)}): ${many(cells, 'it keeps its', 'they keep their')} text. If these are dates, say so under “More settings”.`,
      },
    ]
  return [
    {
      fr: `${said.fr} ${many(cells, 'est lue comme un jour compté', 'sont lues comme des jours comptés')} par un tableur depuis ${system}\u00a0: ${fr.name(example)} est le ${dayWords.fr(day)}.`,
      en: `${said.en} ${many(cells, 'is read as a day', 'are read as days')} counted by a spreadsheet from ${system}: ${en.name(example)} is ${dayWords.en(day)}.`,
    },
  ]
}

function timeRemark(
  { times, midnights, timedSerials }: DateSurvey,
  write: DateWriting,
  system: SerialSystem | null,
): Localized[] {
  const real = times.cells + (system === null ? 0 : timedSerials.cells)
  const example = times.cells > 0 ? times : timedSerials
  if (write === 'day' && real > 0) {
    const said = cellsLike(
      { cells: real, example: example.example },
      many(real, ['perd', 'loses'], ['perdent', 'lose']),
    )
    return [{ fr: `${said.fr} l’heure.`, en: `${said.en} the time.` }]
  }
  if (midnights.cells === 0 || areTimesMeant(write, real) || write === 'month' || write === 'year') return []
  const said = cellsLike(midnights, null)
  return [
    {
      fr: `${said.fr} ${many(midnights.cells, 'a', 'ont')} l’heure de minuit, qui n’est pas reprise.`,
      en: `${said.en} ${many(midnights.cells, 'has', 'have')} the time of midnight, which is left out.`,
    },
  ]
}

function zoneRemark({ zones }: DateSurvey): Localized[] {
  const { cells } = zones
  if (cells === 0) return []
  const said = cellsLike(zones, null)
  return [
    {
      fr: `${said.fr} ${many(cells, 'dit', 'disent')} l’heure d’un fuseau (Z est l’heure universelle)\u00a0: jour et heure restent ceux qui sont écrits, et en France il peut être déjà le lendemain.`,
      en: `${said.en} ${many(cells, 'says', 'say')} the time of a zone (Z is universal time): day and time stay as written, and in France it may be the next day already.`,
    },
  ]
}
