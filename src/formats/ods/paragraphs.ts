import { xmlText } from '../spreadsheet/xml-text.ts'

const ILLEGAL = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g')
const LOST = '\ufffd'

/**
 * A text as the paragraphs of a cell, one a line. Blanks that readers would leave out are counted instead. What the format cannot
 * hold changes: control characters become U+FFFD and every line end a line feed.
 */
export const paragraphsOf = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${lineText(line.replace(ILLEGAL, LOST))}</text:p>`)
    .join('')

const lineText = (line: string): string =>
  xmlText(line).replace(/ +|\t/g, (run, at: number, whole: string) => {
    if (run === '\t') return '<text:tab/>'
    const between =
      at > 0 && at + run.length < whole.length && whole[at - 1] !== '\t' && whole[at + run.length] !== '\t'
    return run.length === 1 && between ? ' ' : `<text:s text:c="${run.length}"/>`
  })
