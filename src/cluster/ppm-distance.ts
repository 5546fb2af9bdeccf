const encoder = new TextEncoder()

/** Longest context, in bytes, from which a byte is predicted. */
const LONGEST = 8
/** Precision of the arithmetic coder: its interval lies within 2^27. */
const WHOLE = 2 ** 27
const HALF = WHOLE / 2
const QUARTER = WHOLE / 4
const END = 256
const NONE = -1

/**
 * Prediction by partial matching (method C, contexts of up to 8 bytes) with an arithmetic coder behind it: says in how many
 * bytes a text is written. Both follow Carpenter's arithmetic coding library, so that the lengths are those of OpenRefine.
 */
class Compressor {
  // Trie of contexts; children of a node form a list, the latest used first. Nodes 0 to 255 are the contexts of one byte.
  #byte = new Uint8Array(1024)
  #count = new Uint16Array(1024)
  #outcomes = new Uint16Array(1024)
  #firstChild = new Int32Array(1024)
  #next = new Int32Array(1024)
  #nodes = 0
  #text: Uint8Array = new Uint8Array(0)
  /** Bytes read so far. */
  #read = 0
  /** Context in use: its node, or NONE when each byte is foretold from its own frequency, and its length. */
  #context = NONE
  #contextLength = 0
  readonly #seen = new Uint8Array(257)
  readonly #excluded = new Uint8Array(257)
  readonly #frequencies = new Uint32Array(257)
  // The coder.
  #low = 0
  #high = 0
  #pending = 0
  #bits = 0

  /** Bytes that the text takes, its end included. */
  lengthOf(text: Uint8Array): number {
    this.#start(text)
    for (const byte of text) {
      while (this.#context !== NONE && this.#childOf(this.#context, byte) === NONE) this.#escape()
      if (this.#context === NONE) this.#codeAlone(byte)
      else this.#codeInContext(byte)
      this.#learn()
    }
    while (this.#context !== NONE) this.#escape()
    this.#codeAlone(END)
    // The last bits: one that places the text in the interval, and those that wait for it.
    return Math.ceil((this.#bits + 2 + this.#pending) / 8)
  }

  #start(text: Uint8Array): void {
    this.#text = text
    this.#reserve(256 + text.length * (LONGEST + 1))
    this.#firstChild.fill(NONE, 0, 256)
    this.#outcomes.fill(0, 0, 256)
    this.#seen.fill(0)
    this.#nodes = 256
    this.#read = 0
    this.#context = NONE
    this.#contextLength = 0
    this.#excluded.fill(0)
    this.#frequencies.fill(1)
    this.#low = 0
    this.#high = WHOLE - 1
    this.#pending = 0
    this.#bits = 0
  }

  #reserve(nodes: number): void {
    if (nodes <= this.#byte.length) return
    this.#byte = new Uint8Array(nodes)
    this.#count = new Uint16Array(nodes)
    this.#outcomes = new Uint16Array(nodes)
    this.#firstChild = new Int32Array(nodes)
    this.#next = new Int32Array(nodes)
  }

  #childOf(node: number, byte: number): number {
    let child = this.#firstChild[node]!
    while (child !== NONE && this.#byte[child] !== byte) child = this.#next[child]!
    return child
  }

  /** Node of the context made of the latest `length` bytes; NONE if it was never met. */
  #nodeOf(length: number): number {
    let at = this.#read - length
    let node = this.#text[at]!
    if (this.#seen[node] === 0) return NONE
    for (at++; at < this.#read; at++) {
      node = this.#childOf(node, this.#text[at]!)
      if (node === NONE) return NONE
    }
    return node
  }

  /** Whether nothing that is still possible follows in this context. */
  #isExhausted(node: number): boolean {
    if (node === NONE) return true
    for (let child = this.#firstChild[node]!; child !== NONE; child = this.#next[child]!)
      if (this.#excluded[this.#byte[child]!] === 0) return false
    return true
  }

  /** Whether a single byte has ever followed; of a context that is not exhausted. */
  #isDeterministic(node: number): boolean {
    return this.#next[this.#firstChild[node]!] === NONE
  }

  #escape(): void {
    const node = this.#context
    let total = this.#outcomes[node]!
    for (let child = this.#firstChild[node]!; child !== NONE; child = this.#next[child]!)
      if (this.#excluded[this.#byte[child]!] === 0) total += this.#count[child]!
    this.#code(total - this.#outcomes[node]!, total, total)
    for (let child = this.#firstChild[node]!; child !== NONE; child = this.#next[child]!)
      this.#excluded[this.#byte[child]!] = 1
    this.#contextLength--
    this.#chooseShorter()
  }

  /** The longest context that can foretell something, or the shortest of those with a single outcome. */
  #chooseShorter(): void {
    while (this.#contextLength >= 1) {
      this.#context = this.#nodeOf(this.#contextLength)
      if (this.#isExhausted(this.#context)) {
        this.#contextLength--
        continue
      }
      while (this.#contextLength > 1 && this.#isDeterministic(this.#context)) {
        const shorter = this.#nodeOf(this.#contextLength - 1)
        if (shorter === NONE || this.#firstChild[shorter] === NONE || !this.#isDeterministic(shorter)) return
        this.#context = shorter
        this.#contextLength--
      }
      return
    }
    this.#context = NONE
  }

  #codeInContext(byte: number): void {
    const node = this.#context
    let low = 0
    let own = 0
    let total = this.#outcomes[node]!
    for (let child = this.#firstChild[node]!; child !== NONE; child = this.#next[child]!) {
      if (this.#excluded[this.#byte[child]!] === 1) continue
      if (this.#byte[child] === byte) {
        low = total - this.#outcomes[node]!
        own = this.#count[child]!
      }
      total += this.#count[child]!
    }
    this.#code(low, low + own, total)
  }

  #codeAlone(byte: number): void {
    let low = 0
    let total = 0
    for (let other = 0; other <= END; other++) {
      if (other === byte) low = total
      if (this.#excluded[other] === 0 || other === byte) total += this.#frequencies[other]!
    }
    this.#code(low, low + this.#frequencies[byte]!, total)
    this.#frequencies[byte]!++
  }

  /** Counts the byte after the longest context before it, and chooses the context of the next one. */
  #learn(): void {
    this.#read++
    const length = Math.min(this.#read, LONGEST + 1)
    let at = this.#read - length
    let node = this.#text[at]!
    this.#seen[node] = 1
    for (at++; at < this.#read; at++) node = this.#counted(node, this.#text[at]!)
    // What this byte was not stays excluded while the context is chosen: the library has it so.
    this.#chooseContext(Math.min(LONGEST, this.#read))
    this.#excluded.fill(0)
  }

  /** Counts a byte among those that follow in a context, puts it first, and returns its node. */
  #counted(node: number, byte: number): number {
    let before = NONE
    let child = this.#firstChild[node]!
    while (child !== NONE && this.#byte[child] !== byte) {
      before = child
      child = this.#next[child]!
    }
    if (child === NONE) {
      child = this.#nodes++
      this.#byte[child] = byte
      this.#count[child] = 1
      this.#outcomes[child] = 0
      this.#firstChild[child] = NONE
      this.#next[child] = this.#firstChild[node]!
      this.#firstChild[node] = child
      this.#outcomes[node]!++
      return child
    }
    if (before !== NONE) {
      this.#next[before] = this.#next[child]!
      this.#next[child] = this.#firstChild[node]!
      this.#firstChild[node] = child
    }
    this.#count[child]!++
    return child
  }

  /** Looks for a context by halving: the shortest met with a single outcome, else the longest met. */
  #chooseContext(longest: number): void {
    let low = 1
    let high = longest
    this.#contextLength = 0
    this.#context = NONE
    let deterministic = false
    while (high >= low) {
      const length = (high + low) >> 1
      const node = this.#nodeOf(length)
      if (this.#isExhausted(node)) {
        high = length < high ? length : high - 1
      } else if (this.#isDeterministic(node)) {
        this.#contextLength = length
        this.#context = node
        deterministic = true
        high = length < high ? length : high - 1
      } else {
        if (!deterministic) {
          this.#contextLength = length
          this.#context = node
        }
        low = length > low ? length : low + 1
      }
    }
  }

  #code(low: number, high: number, total: number): void {
    const range = this.#high - this.#low + 1
    this.#high = this.#low + Math.floor((range * high) / total) - 1
    this.#low += Math.floor((range * low) / total)
    for (;;) {
      if (this.#high < HALF || this.#low >= HALF) {
        this.#bits += 1 + this.#pending
        this.#pending = 0
        if (this.#low >= HALF) {
          this.#low -= HALF
          this.#high -= HALF
        }
      } else if (this.#low >= QUARTER && this.#high < HALF + QUARTER) {
        this.#pending++
        this.#low -= QUARTER
        this.#high -= QUARTER
      } else return
      this.#low *= 2
      this.#high = this.#high * 2 + 1
    }
  }
}

const compressor = new Compressor()

const compressedLength = (text: string): number => compressor.lengthOf(encoder.encode(text))

/** Each text is compared with many: what it takes twice in a row is kept. */
const LENGTHS_KEPT = 100_000
const doubledLengths = new Map<string, number>()

function lengthDoubled(text: string): number {
  const known = doubledLengths.get(text)
  if (known !== undefined) return known
  const length = compressedLength(text + text)
  if (doubledLengths.size === LENGTHS_KEPT) doubledLengths.clear()
  doubledLengths.set(text, length)
  return length
}

/**
 * How much less two texts help to foretell each other than themselves: 0 for the same text, about 7 for texts that have
 * nothing in common. OpenRefine's « PPM ».
 */
export function ppmDistance(a: string, b: string): number {
  const across = compressedLength(a + b) + compressedLength(b + a)
  const alone = lengthDoubled(a) + lengthDoubled(b)
  return 10 * (across / alone - 1)
}
