import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'

/** Fourteen digits, blanks set aside. */
export const SIRET = /^\d{14}$/
export const SIREN_LENGTH = 9

/** A SIRET or SIREN, an RNA number, or an address of mail. An amount is none: it has a decimal sign or fewer digits. */
const IDENTIFIER = /^(?:\d{9}|\d{14}|W\d[A-Z0-9]\d{7}|[^\s@]+@[^\s@]+)$/i
const VALUES_LOOKED_AT = 1000

/** Whether nine in ten of the values are written like a SIRET, a SIREN, an RNA number or an address of mail. */
export function looksLikeIdentifiers(column: Column): boolean {
  const counts = countCodes(column)
  let values = 0
  let identifiers = 0
  for (let code = BLANK + 1; code < column.dictionary.size && values < VALUES_LOOKED_AT; code++) {
    if (counts[code] === 0 || column.dictionary.isEmpty(code)) continue
    values++
    if (IDENTIFIER.test(column.dictionary.text(code).replace(/\s/g, ''))) identifiers++
  }
  return values > 0 && identifiers >= values * 0.9
}
