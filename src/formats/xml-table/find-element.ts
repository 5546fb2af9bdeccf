import type { ElementShape } from './element-shape.ts'

/** An element that can be the row of a table. */
export interface RowElement {
  /** Names from the root element down, with `/` between. */
  path: string
  count: number
  /** Values that would find a cell. */
  values: number
  /** All the values within it. */
  all: number
  /** Whether it holds named values, or is a text alone. */
  rich: boolean
  repeats: boolean
}

/** An element within the rows is taken in their place when it holds so many times their values. */
const MUCH_MORE = 4

/** Every element of the file, in its order; those that repeat are likely rows. */
export function findElements(top: ElementShape): RowElement[] {
  const elements: RowElement[] = []
  const visit = (shape: ElementShape, above: string): void => {
    const path = above === '' ? shape.name : `${above}/${shape.name}`
    elements.push({
      path,
      count: shape.count,
      values: valuesIn(shape),
      all: allValues(shape),
      rich: shape.below.size > 0 || shape.attributes > 0,
      repeats: shape.most > 1,
    })
    for (const child of shape.below.values()) visit(child, path)
  }
  for (const root of top.below.values()) visit(root, '')
  return elements
}

/** Values that find cells of their own when this is a row: its own and those below it, but for elements within that repeat and hold others. */
function valuesIn(shape: ElementShape): number {
  let values = shape.values
  for (const child of shape.below.values())
    if (child.most < 2 || child.below.size === 0) values += valuesIn(child)
  return values
}

export function allValues(shape: ElementShape): number {
  let values = shape.values
  for (const child of shape.below.values()) values += allValues(child)
  return values
}

/** The element whose repetition explains most of the file; without repetition, the first one that holds something. */
export function bestElement(elements: readonly RowElement[], top: ElementShape): RowElement | null {
  const repeated = elements.filter(({ repeats }) => repeats)
  const rich = repeated.filter((element) => element.rich)
  const candidates = rich.length > 0 ? rich : repeated
  const outer = candidates.filter((element) => !candidates.some((other) => isWithin(element, other)))
  const best = most(outer)
  if (best !== null) {
    const inner = most(candidates.filter((element) => isWithin(element, best)))
    return inner !== null && inner.values > MUCH_MORE * best.values ? inner : best
  }
  let path = ''
  let shape = top
  for (;;) {
    const [child, ...others] = shape.below.values()
    if (child === undefined || others.length > 0 || shape.values > 0) break
    path = path === '' ? child.name : `${path}/${child.name}`
    shape = child
    // A text alone is better read in the element that holds it.
    if ([...child.below.values()].every(({ below, attributes }) => below.size === 0 && attributes === 0))
      break
  }
  return elements.find((element) => element.path === path) ?? null
}

const isWithin = (element: RowElement, other: RowElement): boolean =>
  element.path.startsWith(`${other.path}/`)

const most = (elements: readonly RowElement[]): RowElement | null =>
  elements.reduce<RowElement | null>(
    (best, element) => (best === null || element.values > best.values ? element : best),
    null,
  )
