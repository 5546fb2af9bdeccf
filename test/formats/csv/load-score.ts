/**
 * Score of a loaded table from 0 to 10, by the method of the Pollock benchmark as `../shared/bench/load_score.py` has it: one point
 * for opening, then precision, recall and F1 of the names, of the rows (each as one text) and of the cells; case set aside.
 */
export function loadScore(
  expected: readonly (readonly string[])[],
  loaded: readonly (readonly string[])[] | null,
): number {
  if (expected.length === 0) return loaded === null || loaded.length === 0 ? 10 : 0
  if (loaded === null) return 0
  const lower = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((cell) => cell.toLowerCase()))
  const wanted = lower(expected)
  const got = lower(loaded)
  const joined = (rows: readonly (readonly string[])[]) => rows.slice(1).map((row) => row.join(''))
  return (
    1 +
    agreement(wanted[0]!, got[0] ?? []) +
    agreement(joined(wanted), joined(got)) +
    agreement(wanted.flat(), got.flat())
  )
}

/** Precision, recall and F1 together. */
function agreement(wanted: readonly string[], got: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const text of wanted) counts.set(text, (counts.get(text) ?? 0) + 1)
  if (wanted.length === 0) return 3
  let common = 0
  for (const text of got) {
    const left = counts.get(text) ?? 0
    if (left === 0) continue
    counts.set(text, left - 1)
    common++
  }
  if (common === 0) return 0
  const precision = common / wanted.length
  const recall = common / got.length
  return precision + recall + (2 * precision * recall) / (precision + recall)
}

/** Rows of comma-separated text with doubled quotes, as Python's csv reads what `tamis read` writes and the references. */
export function plainRows(text: string): string[][] {
  const rows: string[][] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const row: string[] = []
    let isBlank = true
    for (;;) {
      let cell = ''
      if (text[at] === '"') {
        isBlank = false
        for (at++; at < text.length; at++) {
          if (text[at] !== '"') cell += text[at]!
          else if (text[at + 1] === '"') {
            cell += '"'
            at++
          } else break
        }
        at++
      }
      for (; at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r'; at++)
        cell += text[at]!
      row.push(cell)
      if (cell !== '') isBlank = false
      if (text[at] !== ',') break
      isBlank = false
      at++
    }
    rows.push(isBlank ? [] : row)
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return rows
}
