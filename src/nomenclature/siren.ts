/** Luhn's sum: every other digit from the right is doubled, and the digits of what that makes are added. */
function luhnSum(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 0x30
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum
}

/** The check digit that makes a SIREN of eight digits. */
export const sirenKey = (digits: string): string => String((10 - (luhnSum(`${digits}0`) % 10)) % 10)

/** Whether the text is a SIREN: nine digits that Luhn's sum holds for. */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && luhnSum(text) % 10 === 0

const LA_POSTE = '356000000'

/**
 * Whether the text is a SIRET: fourteen digits that Luhn's sum holds for. La Poste's establishments may have a sum of digits
 * divisible by 5 instead (Sirene documentation).
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  if (luhnSum(text) % 10 === 0) return true
  return text.startsWith(LA_POSTE) && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}
