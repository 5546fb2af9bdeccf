/** The columns selected after a click on a header: that one, that one more or less, or all up to it in the order on screen. */
export function nextSelection(
  selected: readonly string[],
  name: string,
  how: 'only' | 'toggle' | 'range',
  order: readonly string[],
): string[] {
  if (how === 'toggle')
    return selected.includes(name) ? selected.filter((each) => each !== name) : [...selected, name]
  const last = selected.at(-1)
  if (how === 'range' && last !== undefined) {
    const [from, to] = [order.indexOf(last), order.indexOf(name)].toSorted((a, b) => a - b)
    const between = order.slice(from, to! + 1)
    // The column from which the range starts stays last, so that the range can be changed.
    return [...between.filter((each) => each !== last), last]
  }
  return selected.length === 1 && selected[0] === name ? [] : [name]
}
