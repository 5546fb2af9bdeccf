/** Bits in which each character of the shorter text occurs, for characters below 1024; others go to a map. */
const common = new Int32Array(1024)
const others = new Map<number, number>()
let row = new Uint16Array(64)

/**
 * Number of letters to add, remove or change to go from one text to the other (Levenshtein), as UTF-16 units.
 * Beyond `limit` the answer is any number above it.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  let shorter = a
  let longer = b
  if (a.length > b.length) {
    shorter = b
    longer = a
  }
  if (longer.length - shorter.length > limit) return limit + 1
  let end = shorter.length
  const surplus = longer.length - end
  while (end > 0 && shorter.charCodeAt(end - 1) === longer.charCodeAt(end - 1 + surplus)) end--
  let start = 0
  while (start < end && shorter.charCodeAt(start) === longer.charCodeAt(start)) start++
  if (start === end) return surplus
  if (end - start <= 32) return bitParallel(shorter, longer, start, end, surplus)
  return byRows(shorter, longer, start, end, surplus, limit)
}

/** Myers’s algorithm (1999, in Hyyrö’s form), for a shorter text of at most 32 characters between its ends. */
function bitParallel(shorter: string, longer: string, start: number, end: number, surplus: number): number {
  const size = end - start
  for (let at = start; at < end; at++) {
    const unit = shorter.charCodeAt(at)
    const bit = 1 << (at - start)
    if (unit < 1024) common[unit]! |= bit
    else others.set(unit, (others.get(unit) ?? 0) | bit)
  }
  let more = -1
  let less = 0
  let distance = size
  const last = 1 << (size - 1)
  for (let at = start; at < end + surplus; at++) {
    const unit = longer.charCodeAt(at)
    const matches = unit < 1024 ? common[unit]! : (others.get(unit) ?? 0)
    const vertical = matches | less
    const horizontal = (((matches & more) + more) ^ more) | matches
    let up = less | ~(horizontal | more)
    let down = more & horizontal
    if ((up & last) !== 0) distance++
    if ((down & last) !== 0) distance--
    up = (up << 1) | 1
    down <<= 1
    more = down | ~(vertical | up)
    less = up & vertical
  }
  for (let at = start; at < end; at++) {
    const unit = shorter.charCodeAt(at)
    if (unit < 1024) common[unit] = 0
  }
  if (others.size > 0) others.clear()
  return distance
}

/** Row by row (Wagner and Fischer), left as soon as a row stays above the limit. */
function byRows(
  shorter: string,
  longer: string,
  start: number,
  end: number,
  surplus: number,
  limit: number,
): number {
  const size = end - start
  if (row.length <= size) row = new Uint16Array(size * 2)
  for (let at = 0; at <= size; at++) row[at] = at
  for (let j = 1; j <= size + surplus; j++) {
    const unit = longer.charCodeAt(start + j - 1)
    let diagonal = row[0]!
    let least = (row[0] = j)
    for (let i = 1; i <= size; i++) {
      const above = row[i]!
      const changed = diagonal + (shorter.charCodeAt(start + i - 1) === unit ? 0 : 1)
      const value = Math.min(changed, above + 1, row[i - 1]! + 1)
      diagonal = above
      row[i] = value
      if (value < least) least = value
    }
    if (least > limit) return limit + 1
  }
  return row[size]!
}

let rows = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)] as const

/**
 * The same when two neighbouring letters that changed places count as one change (Damerau, restricted form). Beyond `limit`
 * the answer is any number above it.
 */
export function damerauDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // Most of two near texts is their common start and end.
  let start = 0
  const shorter = Math.min(a.length, b.length)
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return changesBetween(a.slice(start, a.length - end), b.slice(start, b.length - end), limit)
}

function changesBetween(a: string, b: string, limit: number): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length
  if (rows[0].length <= b.length) {
    const size = b.length * 2
    rows = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)]
  }
  let [before, above, current] = rows
  for (let j = 0; j <= b.length; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1)
    current[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let value = Math.min(above[j - 1]! + (unit === other ? 0 : 1), above[j]! + 1, current[j - 1]! + 1)
      const swapped = i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other
      if (swapped) value = Math.min(value, before[j - 2]! + 1)
      current[j] = value
      if (value < least) least = value
    }
    // A swap can look one row further back, and costs one.
    if (least > limit + 1) return limit + 1
    const spare = before
    before = above
    above = current
    current = spare
  }
  return above[b.length]!
}
