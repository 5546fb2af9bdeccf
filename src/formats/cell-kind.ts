/** What a cell looks like, roughly, to tell names of columns from what they name. */
export type CellKind = 'blank' | 'number' | 'year' | 'date' | 'code' | 'text'

const NUMBER =
  /^[-+(]?\s*(\d{1,3}([\s\u00a0\u202f.,']\d{3})+|\d+)?([.,]\d+)?([eE][-+]?\d+)?\s*[)%]?-?\s*[€$£%]?$/u
const DATE =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/ ]\p{L}{3,9}\.?[-/ ]\d{2,4})([ T]\d{1,2}:\d{2}.*)?$/u
const CODE = /^(?=.*\d)[\p{L}\d_.:/-]+$/u

export function cellKind(cell: string): CellKind {
  const text = cell.trim()
  if (text === '') return 'blank'
  if (/^(19|20)\d\d$/.test(text)) return 'year'
  if (/\d/.test(text)) {
    if (DATE.test(text)) return 'date'
    if (NUMBER.test(text.replace(/^([-+(]?)\s*[€$£]\s*/u, '$1'))) return 'number'
    if (CODE.test(text)) return 'code'
  }
  return 'text'
}
