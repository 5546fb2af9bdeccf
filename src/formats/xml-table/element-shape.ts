import { Problem } from '../../problem/problem.ts'
import type { ElementHandler } from '../xml/read-elements.ts'
import { isOwnAttribute } from './own-attributes.ts'

/** What stands at one path of elements of an XML file, all of them together. */
export class ElementShape {
  readonly name: string
  readonly below = new Map<string, ElementShape>()
  count = 0
  /** Most of them within one parent. */
  most = 0
  /** Attributes and texts that they hold themselves. */
  values = 0
  attributes = 0
  /** Within the parent that is open. */
  siblings = 0

  constructor(name: string) {
    this.name = name
  }
}

const MOST_SHAPES = 20_000
/** Deeper files are made to do harm. */
export const DEEPEST = 200

/** Learns which elements an XML file has, and how often. Memory grows with the number of different paths, up to a limit. */
export class ShapeFinder implements ElementHandler {
  /** Above the root element. */
  readonly #top = new ElementShape('')
  readonly #open: ElementShape[] = [this.#top]
  readonly #hasBelow: boolean[] = [false]
  #filled = false
  #shapes = 0
  readonly #rest = new ElementShape('')

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth >= DEEPEST) throw new Problem('xml-too-deep', { levels: DEEPEST })
    const parent = this.#open[depth]!
    this.#hasBelow[depth] = true
    if (this.#filled) {
      parent.values++
      this.#filled = false
    }
    let shape = parent === this.#rest ? this.#rest : parent.below.get(name)
    if (shape === undefined) {
      if (this.#shapes++ >= MOST_SHAPES) shape = this.#rest
      else parent.below.set(name, (shape = new ElementShape(name)))
    }
    shape.count++
    shape.siblings++
    for (const attribute of Object.keys(attributes)) {
      if (!isOwnAttribute(attribute)) continue
      shape.values++
      shape.attributes++
    }
    this.#open[depth + 1] = shape
    this.#hasBelow[depth + 1] = false
  }

  close(_name: string, depth: number): void {
    const shape = this.#open[depth + 1]!
    if (this.#filled || this.#hasBelow[depth + 1] !== true) shape.values++
    this.#filled = false
    countSiblings(shape)
  }

  /** To be called once all is read, wherever the reading stopped. */
  finish(): ElementShape {
    for (const shape of this.#open) countSiblings(shape)
    return this.#top
  }

  text(text: string): void {
    if (text.trim() !== '') this.#filled = true
  }
}

function countSiblings(parent: ElementShape): void {
  for (const child of parent.below.values()) {
    if (child.siblings > child.most) child.most = child.siblings
    child.siblings = 0
  }
}
