import type { FoundOption } from '../../formats/format.ts'
import type { Params } from '../../steps/step.ts'

/** Options that a choice keeps: those that a person chose, but for the ones that another table makes void. */
const keptBeside = (found: readonly FoundOption[], option: string): FoundOption[] => {
  const at = found.findIndex((one) => one.option === option)
  const end = found[at]?.startsOver === true ? at : found.length
  return found.slice(0, end).filter((one) => one.chosen && one.option !== option)
}

/** What was chosen for this table and is void once the option is another. */
export const forgottenBy = (found: readonly FoundOption[], option: string): FoundOption[] =>
  found.filter((one) => one.chosen && one.option !== option && !keptBeside(found, option).includes(one))

/** Reading options once one of those found is `value`, or left to detection if `null`; what nobody has chosen is found afresh. */
export const optionsAfter = (
  found: readonly FoundOption[],
  option: string,
  value: string | number | boolean | null,
): Params =>
  Object.fromEntries<unknown>([
    ...keptBeside(found, option).map((one) => [one.option, one.value] as const),
    ...(value === null ? [] : [[option, value] as const]),
  ])
