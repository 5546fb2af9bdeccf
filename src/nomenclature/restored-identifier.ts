import { couldHaveLostZeros, KEPT, undecided, type Verdict } from './restored.ts'
import { isSiren, isSiret } from './siren.ts'
import type { ValidCodes } from './valid-codes.ts'

/**
 * Whether a postal code or the INSEE code of a commune (five characters both) lost its zero: four digits are of a department from
 * 01 to 09. `beside` is another code of the row that begins with the department ('' if there is none): it must agree. `listed`
 * are the codes that communes have, as further evidence: a former commune's may lack, as a postal code of a company (CEDEX) does.
 */
export function restoredFiveDigits(
  code: string,
  beside: string,
  listed?: { kind: 'commune' | 'postal'; codes: ValidCodes },
): Verdict {
  if (!couldHaveLostZeros(code) || code.length > 4) return KEPT
  if (code.length < 4) return undecided('too-short')
  const department = departmentOf(beside)
  if (department !== null && department !== `0${code.charAt(0)}`) return undecided('other-department')
  const whole = `0${code}`
  if (listed?.codes.has(whole) === true) return { kind: 'restored', code: whole, proof: listed.kind }
  return { kind: 'restored', code: whole, proof: listed?.kind === 'commune' ? 'no-commune' : 'department' }
}

/** Whether the code of a department lost its zero: 1 to 9. */
export const restoredDepartment = (code: string): Verdict =>
  /^[1-9]$/.test(code) ? { kind: 'restored', code: `0${code}`, proof: 'length' } : KEPT

/** The department that a code begins with: `01` of 01, 1, 01004, 1004; `null` when it cannot be told. */
function departmentOf(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (/^\d$|^\d{4}$/.test(code)) return `0${code.charAt(0)}`
  return /^(\d[\dAB])(\d{3})?$/.exec(code)?.[1] ?? null
}

/** No more zeros than that stand in front of a SIREN. */
const MOST_ZEROS = 3

/** Whether a SIREN lost its zeros: with them, its check digit must be right. */
export function restoredSiren(text: string): Verdict {
  const code = text.replace(/\s/g, '')
  if (SCIENTIFIC.test(code)) return undecided('ruined')
  if (!couldHaveLostZeros(code) || code.length >= 9) return KEPT
  const whole = code.padStart(9, '0')
  if (9 - code.length > MOST_ZEROS) return undecided('too-short')
  return isSiren(whole) ? { kind: 'restored', code: whole, proof: 'check-digit' } : undecided('check-digit')
}

/** Whether a SIRET lost its zeros: with them, its check digit and that of the SIREN in it must be right. */
export function restoredSiret(text: string): Verdict {
  const code = text.replace(/\s/g, '')
  if (SCIENTIFIC.test(code)) return undecided('ruined')
  if (!couldHaveLostZeros(code) || code.length >= 14) return KEPT
  if (isSiren(code)) return undecided('is-siren')
  if (14 - code.length > MOST_ZEROS) return undecided('too-short')
  const whole = code.padStart(14, '0')
  return isSiret(whole) && isSiren(whole.slice(0, 9))
    ? { kind: 'restored', code: whole, proof: 'check-digit' }
    : undecided('check-digit')
}

const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i

/**
 * Whether a code lost zeros, by the list of the valid ones. `whole` says that other codes of the column still have theirs: then one
 * that is valid as it is has lost nothing.
 */
export function restoredListed(code: string, valid: ValidCodes, whole: boolean): Verdict {
  const forms = couldHaveLostZeros(code) ? valid.withZeros(code) : []
  if (valid.has(code)) return forms.length === 0 || whole ? KEPT : undecided('both-listed')
  if (forms.length > 1) return undecided('several-listed')
  return forms[0] === undefined ? { kind: 'unlisted' } : { kind: 'restored', code: forms[0], proof: 'listed' }
}
