import { sirenKey } from './siren.ts'

/** The communes as `scripts/build-places.ts` writes them; the layout is described there. */
export interface CommunesFile {
  readonly codes: string
  readonly names: string
  readonly districts: readonly string[]
  readonly sirens: string
  readonly groupings: string
  readonly populations: string
  readonly postal: string
}

/** One commune, or one of the arrondissements of Paris, Lyon and Marseille; '' for what it has not. */
export interface Commune {
  readonly code: string
  readonly name: string
  readonly district: boolean
  /** `01`, `2A`, `971`; for the overseas territories what stands for one (`987`). */
  readonly department: string
  readonly siren: string
  /** Position in the list of EPCI, -1 for none. */
  readonly grouping: number
  readonly population: string
  /** Separated by blanks. */
  readonly postalCodes: string
}

/** The communes in the order of their codes. */
export function* readCommunes(file: CommunesFile): Generator<Commune> {
  const names = file.names.split('|')
  const sirens = file.sirens.split('|')
  const groupings = file.groupings.split('|')
  const populations = file.populations.split('|')
  const postal = file.postal.split('|')
  const districts = new Set(file.districts)
  let row = 0
  let offset = 0
  for (const { department, number, code } of readCodes(file.codes)) {
    const twoDigits = department.slice(0, 2).replace(/[AB]/, '0')
    const written = sirens[row]!
    if (/^-?\d{1,4}$/.test(written)) offset = Number(written)
    const eight = `21${twoDigits}${String(number + offset).padStart(4, '0')}`
    yield {
      code,
      name: names[row]!,
      district: districts.has(code),
      department,
      siren: written === '-' ? '' : written.length === 9 ? written : eight + sirenKey(eight),
      grouping: groupings[row] === '' ? -1 : parseInt(groupings[row]!, 36),
      population: populations[row]!,
      postalCodes:
        postal[row] === ''
          ? ''
          : postal[row]!.split(' ')
              .map((one) => (one.length === 3 ? twoDigits + one : one))
              .join(' '),
    }
    row++
  }
}

function* readCodes(text: string): Generator<{ department: string; number: number; code: string }> {
  for (const group of text.split('|')) {
    const [department = '', steps = ''] = group.split(':')
    let number = 0
    for (const step of steps.split(' ')) {
      number += Number(step)
      yield { department, number, code: department + String(number).padStart(5 - department.length, '0') }
    }
  }
}
