/** What the harness gives every engine besides the bytes. */
export interface BenchInput {
  /** Spellings to replace, with what they become. */
  spellings: readonly (readonly [string, string])[]
  /** Codes with their labels. */
  reference: readonly (readonly [string, string])[]
  /** Names of the columns of amounts. */
  amounts: readonly string[]
}

const amounts = [
  'BGT_MTREAL',
  'BGT_MTBUDGPREC',
  'BGT_MTRARPREC',
  'BGT_MTPROPNOUV',
  'BGT_MTPREV',
  'BGT_CREDOUV',
]

/** Bytes of a file that its input is made from. */
export const HEAD_BYTES = 2_000_000

/** What goes with a file of the generator, from its first bytes. */
export function inputFrom(head: Uint8Array): BenchInput {
  const names = new Set<string>()
  for (const line of new TextDecoder().decode(head).split('\n').slice(1, -1))
    names.add(line.split(',').at(-2)!)
  const codes = Array.from({ length: 300 }, (_, i) => String(i * 7 + 11).padStart(4, '0'))
  return {
    spellings: [...names].slice(0, 500).map((name) => [name, name.toUpperCase()] as const),
    reference: codes.map((code) => [code, `Libellé ${code}`] as const),
    amounts,
  }
}
