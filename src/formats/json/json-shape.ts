import { DictionaryBuilder } from '../../table/dictionary.ts'
import type { JsonEvents, WordKind } from './json-scanner.ts'
import { textOf, unescaped } from './unescape.ts'

/** What stands at one path of a JSON file, all records together. */
export class JsonShape {
  readonly name: string
  /** How often it is an object, a list, a value of its own (null is none). */
  objects = 0
  lists = 0
  values = 0
  /** Items in all its lists, and in the shortest and longest of them. */
  items = 0
  shortest = Infinity
  longest = 0
  /** Members of its largest object. */
  largest = 0
  readonly members: JsonShape[] = []
  item: JsonShape | null = null
  /** What a member called `type` says, for GeoJSON; a few of them. */
  readonly kinds = new Set<string>()
  names: DictionaryBuilder | null = null

  constructor(name: string) {
    this.name = name
  }
}

const MOST_SHAPES = 50_000
const MOST_KINDS = 8

/** Learns the shape of a JSON file. Memory grows with the number of different paths, up to a limit, never with the records. */
export class ShapeFinder implements JsonEvents {
  /** A list of the values at the top. */
  readonly top = new JsonShape('')
  readonly #open: JsonShape[] = [this.top]
  readonly #isList: boolean[] = [true]
  readonly #counts: number[] = [0]
  #member: JsonShape = this.top
  #shapes = 0
  /** Where paths beyond the limit end up. */
  readonly #rest = new JsonShape('')

  /** To be called once all is scanned. */
  finish(): JsonShape {
    this.#closeList(this.top, this.#counts[0]!)
    return this.top
  }

  open(list: boolean): void {
    const shape = this.#next()
    this.#open.push(shape)
    this.#isList.push(list)
    this.#counts.push(0)
  }

  close(list: boolean): void {
    const shape = this.#open.pop()!
    this.#isList.pop()
    const count = this.#counts.pop()!
    if (list) this.#closeList(shape, count)
    else {
      shape.objects++
      shape.largest = Math.max(shape.largest, count)
    }
  }

  name(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    const shape = this.#open[this.#open.length - 1]!
    const names = (shape.names ??= new DictionaryBuilder())
    const known = shape.members.length
    if (shape === this.#rest || (this.#shapes >= MOST_SHAPES && names.size > known)) {
      this.#member = this.#rest
      return
    }
    const own = escaped ? unescaped(bytes, start, end) : bytes
    const code = escaped ? names.add(own, 0, own.length) : names.add(own, start, end)
    if (code > known) {
      if (this.#shapes >= MOST_SHAPES) {
        this.#member = this.#rest
        return
      }
      this.#shapes++
      shape.members.push(new JsonShape(textOf(bytes, start, end, escaped)))
    }
    this.#member = shape.members[code - 1]!
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    const shape = this.#next()
    shape.values++
    if (shape.name === 'type' && shape.kinds.size < MOST_KINDS && end - start < 40)
      shape.kinds.add(textOf(bytes, start, end, false))
  }

  word(kind: WordKind): void {
    const shape = this.#next()
    if (kind !== 'null') shape.values++
  }

  /** The shape of the value that begins. */
  #next(): JsonShape {
    const last = this.#open.length - 1
    this.#counts[last]!++
    if (this.#isList[last] !== true) return this.#member
    const list = this.#open[last]!
    if (list === this.#rest) return list
    return (list.item ??= new JsonShape(''))
  }

  #closeList(shape: JsonShape, count: number): void {
    shape.lists++
    shape.items += count
    shape.shortest = Math.min(shape.shortest, count)
    shape.longest = Math.max(shape.longest, count)
  }
}
