/** Letters that Unicode does not decompose, as people without them on their keyboard write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
}
const UNDECOMPOSED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/** Accents (not the voicing marks of kana), the modifier letters and signs that stand alone, such as ʼ and ^, and the dot of ŀ. */
const MARKS = /[\u0300-\u036f\u00b7\p{Lm}\p{Sk}]/gu

/** A lower-case text without accents, ligatures or width forms; other scripts keep their letters. */
export const plainLetters = (lowerCase: string): string =>
  lowerCase
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED, (letter) => PLAIN[letter] ?? letter)
