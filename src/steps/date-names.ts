/** Months as the French and the English write them, whole and shortened, without accents; from January. */
const MONTHS: readonly string[] = [
  'janvier janv jan january',
  'fevrier fevr fev february feb',
  'mars mar march',
  'avril avr april apr',
  'mai may',
  'juin june jun',
  'juillet juil july jul',
  'aout aou august aug',
  'septembre sept sep september',
  'octobre oct october',
  'novembre nov november',
  'decembre dec december',
]

/** Days of the week, from Sunday. */
const WEEKDAYS: readonly string[] = [
  'dimanche dim sunday sun',
  'lundi lun monday mon',
  'mardi mar tuesday tues tue',
  'mercredi mer wednesday wed',
  'jeudi jeu thursday thurs thur thu',
  'vendredi ven friday fri',
  'samedi sam saturday sat',
]

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((forms, number) => forms.split(' ').map((form) => [form, number] as const)))

const months = numbered(MONTHS)
const weekdays = numbered(WEEKDAYS)

/** Number of a month, 1 to 12, from its folded name; `undefined` for another word. */
export function monthNamed(word: string): number | undefined {
  const place = months.get(word)
  return place === undefined ? undefined : place + 1
}

/** Number of a day of the week, 0 for Sunday, from its folded name; `undefined` for another word. */
export const weekdayNamed = (word: string): number | undefined => weekdays.get(word)
