import { xmlText } from '../spreadsheet/xml-text.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns'

export const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

export const MANIFEST = `${DECLARATION}<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/></manifest:manifest>`

const SPACES = `xmlns:office="${NAMES}:office:1.0" xmlns:style="${NAMES}:style:1.0" xmlns:text="${NAMES}:text:1.0" xmlns:table="${NAMES}:table:1.0" xmlns:number="${NAMES}:datastyle:1.0" xmlns:fo="${NAMES}:xsl-fo-compatible:1.0" office:version="1.3"`

export const STYLES = `${DECLARATION}<office:document-styles ${SPACES}><office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles></office:document-styles>`

/** Names of the cell styles that the content begins with. */
export const STYLE = { header: 'names', date: 'day', moment: 'moment', text: 'text' } as const

export const decimalsStyle = (decimals: number): string => `decimals${decimals}`

const cellStyle = (name: string, format: string, inside = ''): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="${format}">${inside}</style:style>`

const DAY =
  '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'

/** The content down to the rows; widths in characters, `decimals` the numbers of decimals that have a style. */
export const contentStart = (
  sheetName: string,
  widths: readonly number[],
  decimals: readonly number[],
): string =>
  [
    `${DECLARATION}<office:document-content ${SPACES}><office:automatic-styles>`,
    ...widths.map(
      (width, at) =>
        `<style:style style:name="co${at}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2).toFixed(1)}cm"/></style:style>`,
    ),
    '<number:text-style style:name="as-text"><number:text-content/></number:text-style>',
    `<number:date-style style:name="as-day">${DAY}</number:date-style>`,
    `<number:date-style style:name="as-moment">${DAY}<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style>`,
    ...decimals.map(
      (count) =>
        `<number:number-style style:name="as-${decimalsStyle(count)}"><number:number number:decimal-places="${count}" number:min-decimal-places="${count}" number:min-integer-digits="1"/></number:number-style>`,
    ),
    cellStyle(STYLE.header, 'as-text', '<style:text-properties fo:font-weight="bold"/>'),
    cellStyle(STYLE.text, 'as-text'),
    cellStyle(STYLE.date, 'as-day'),
    cellStyle(STYLE.moment, 'as-moment'),
    ...decimals.map((count) => cellStyle(decimalsStyle(count), `as-${decimalsStyle(count)}`)),
    `</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${xmlText(sheetName)}">`,
    ...widths.map((_, at) => `<table:table-column table:style-name="co${at}"/>`),
  ].join('')

export const CONTENT_END = '</table:table></office:spreadsheet></office:body></office:document-content>'

const item = (name: string, type: string, value: string | number): string =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`

/** Keeps the first row in view. */
export const settings = (sheetName: string): string =>
  `${DECLARATION}<office:document-settings xmlns:office="${NAMES}:office:1.0" xmlns:config="${NAMES}:config:1.0" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${xmlText(sheetName)}">${item('HorizontalSplitMode', 'short', 0)}${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('ActiveSplitRange', 'short', 2)}${item('PositionTop', 'int', 0)}${item('PositionBottom', 'int', 1)}</config:config-item-map-entry></config:config-item-map-named>${item('ActiveTable', 'string', xmlText(sheetName))}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
