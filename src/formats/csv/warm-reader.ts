import { readCsv } from './read-csv.ts'

const ROWS = 5000
const TIMES = 2

/**
 * Reads a table that is made up, so that the browser has compiled what reads files before the first one is opened: that takes it as long
 * as reading ten thousand rows. To be called where nobody waits.
 */
export async function warmReader(): Promise<void> {
  const file = { name: 'a.csv', bytes: new Blob([madeUp()]) }
  for (let time = 0; time < TIMES; time++) await readCsv(file, {}, { progress: () => undefined })
}

/** Columns of every kind: few values and many, quoted, blank, beyond ASCII. */
function madeUp(): string {
  const lines = ['nature,annee,siret,libelle,article,vide,montant,credit,nom,ligne']
  for (let row = 0; row < ROWS; row++) {
    lines.push(
      [
        row % 2 === 0 ? 'réel' : 'ordre',
        2018 + (row % 6),
        21_380_010_000_000 + (row % 40),
        `"Chapitre ${row % 30}, libellé"`,
        String(row % 300).padStart(4, '0'),
        '',
        row % 3 === 0 ? '' : `${(row * 7919) % 100_003}.${10 + (row % 90)}`,
        `${(row * 104_729) % 1_000_003}.${10 + (row % 90)}`,
        `Association n° ${(row * 31) % 2503}`,
        `L${String(row).padStart(8, '0')}`,
      ].join(','),
    )
  }
  return lines.join('\n')
}
