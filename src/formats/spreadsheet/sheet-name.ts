const LONGEST = 31

/** A name that every spreadsheet takes for a sheet: at most 31 characters, without `[ ] : * ? / \`. */
export function sheetNameFrom(wished: string): string {
  const name = Array.from(wished.replace(/[[\]:*?/\\]/g, ' ').replace(/\p{C}/gu, ' '))
    .slice(0, LONGEST)
    .join('')
    .replace(/^['\s]+|['\s]+$/g, '')
  return name === '' ? 'Feuille 1' : name
}
