/** A piece of a template: a text as it is, or the value of a column. */
export type TemplatePart = { text: string } | { column: string }

/**
 * Reads a template: `{Colonne}` stands for the row's value, `{{` and `}}` for a brace. A brace that opens or closes nothing is
 * a plain brace. A column whose name holds a brace cannot be named.
 */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let text = ''
  for (const [piece, column] of template.matchAll(/\{\{|\}\}|\{([^{}]+)\}|[^{}]+|[{}]/g)) {
    if (column === undefined) {
      text += piece === '{{' ? '{' : piece === '}}' ? '}' : piece
      continue
    }
    if (text !== '') parts.push({ text })
    text = ''
    parts.push({ column })
  }
  if (text !== '') parts.push({ text })
  return parts
}

/** The template of these pieces; the inverse of `parseTemplate`. */
export const templateOf = (parts: readonly TemplatePart[]): string =>
  parts
    .map((part) =>
      'text' in part ? part.text.replaceAll('{', '{{').replaceAll('}', '}}') : `{${part.column}}`,
    )
    .join('')

/** Columns that a template names, each once. */
export const templateColumns = (template: string): string[] => [
  ...new Set(parseTemplate(template).flatMap((part) => ('column' in part ? [part.column] : []))),
]

/** The same template on columns of other names. */
export const renameInTemplate = (template: string, rename: (name: string) => string): string =>
  templateOf(
    parseTemplate(template).map((part) => ('column' in part ? { column: rename(part.column) } : part)),
  )
