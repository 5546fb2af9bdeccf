/**
 * One name for each column from the records that name them, outermost first: a blank after a name is covered by it as long as the
 * records below have a name there (« TRAVEL », then « Air » and « Rail » below it, gives « TRAVEL Air » and « TRAVEL Rail »).
 */
export function joinNames(records: readonly (readonly string[])[]): string[] {
  const [only] = records
  if (only !== undefined && records.length === 1) return [...only]
  const width = Math.max(0, ...records.map((record) => record.length))
  const own = (level: number, column: number): string => records[level]?.[column]?.trim() ?? ''
  const isNamedBelow = (level: number, column: number): boolean =>
    records.some((_, below) => below > level && own(below, column) !== '')
  const isNamedAbove = (level: number, column: number): boolean =>
    records.some((_, above) => above < level && own(above, column) !== '')
  const covering = records.map((record, level) => {
    let name = ''
    return Array.from({ length: width }, (_column, column) => {
      const isOwn = own(level, column) !== ''
      if (isOwn || isNamedAbove(level, column) || !isNamedBelow(level, column)) name = record[column] ?? ''
      return name.trim() === '' ? '' : name
    })
  })
  return Array.from({ length: width }, (_, column) => {
    const parts = covering
      .map((level) => level[column]!)
      .filter((text, level, texts) => text !== '' && text !== texts[level - 1])
    return parts.length === 1 ? parts[0]! : parts.map((part) => part.trim()).join(' ')
  })
}
