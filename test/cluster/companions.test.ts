import { describe, expect, test } from 'vitest'
import { findVariants } from '../../src/cluster/find-variants.ts'
import { noProgress } from '../../src/cluster/progress.ts'
import { suggestCompanions } from '../../src/cluster/suggest-companions.ts'
import { variantWords } from '../../src/app/panels/variant-reasons.ts'
import { tableOf } from '../../src/table/table.ts'
import { columnOf } from './columns.ts'

/** Every name stands once beside every SIRET, as that of the body that pays. */
const NAMES = Array.from(
  { length: 40 },
  (_, n) => `Club ${String.fromCharCode(97 + (n % 26)).repeat(4)} ${n}`,
)
const PAYERS = ['12345678901234', '22345678901234', '32345678901234', '42345678901234']
const names = columnOf(
  NAMES.flatMap((name) => PAYERS.map(() => name)),
  'Bénéficiaire',
)
const payers = columnOf(
  NAMES.flatMap(() => PAYERS),
  'SIRET du payeur',
)

describe('which columns speak of names', () => {
  test('amounts of money are no identifiers, however many digits they have', () => {
    const amounts = columnOf(
      NAMES.flatMap((_, n) => PAYERS.map((_payer, at) => `${1_000_000 + n * 10 + at}.${10 + at}`)),
      'Montant',
    )
    expect(suggestCompanions(tableOf([names, amounts]), 'Bénéficiaire')).toEqual([])
  })

  test('the SIRET of who pays, which stands beside every name, is not suggested and says nothing', async () => {
    expect(suggestCompanions(tableOf([names, payers]), 'Bénéficiaire')).toEqual([])
    const two = columnOf([...NAMES.flatMap((name) => PAYERS.map(() => name)), 'CLUB AAAA 0'], 'Bénéficiaire')
    const other = columnOf([...NAMES.flatMap(() => PAYERS), '52345678901234'], 'SIRET du payeur')
    const [group] = await findVariants(two, [other], noProgress)
    expect(group?.warnings).toEqual([])
    expect(group?.reason).toEqual({ kind: 'case' })
  })

  test('two establishments of one body are not two bodies', async () => {
    const spellings = columnOf(['Judo club', 'JUDO CLUB'])
    const sirets = columnOf(['12345678900011', '12345678900029'], 'SIRET')
    const [group] = await findVariants(spellings, [sirets], noProgress)
    expect(group?.warnings).toEqual([])
    expect(group?.level).toBe('sure')
  })
})

test('that the SIRET agrees is said beside the reason', async () => {
  const spellings = columnOf(['Judo club Hoche', 'JUDO CLUB HOCHE', 'Judo club Hoche'])
  const sirets = columnOf(['12345678901234', '12345678901234', '12345678901234'], 'SIRET')
  const [group] = await findVariants(spellings, [sirets], noProgress)
  expect(group?.reason).toEqual({ kind: 'case', agreeing: 'SIRET' })
  expect(variantWords.fr.reason(group!.reason)).toBe(
    'mêmes lettres, majuscules ou minuscules, même valeur dans «\u00a0SIRET\u00a0»',
  )
})

test('only the chosen rows of a companion speak', async () => {
  const spellings = columnOf(['Judo', 'JUDO', 'JUDO'])
  const sirets = columnOf(['12345678901234', '22345678901234', '12345678901234'], 'SIRET')
  const chosen = Uint8Array.of(1, 1, 0)
  const [group] = await findVariants(spellings, [sirets], noProgress, { chosen })
  expect(group?.warnings).toHaveLength(1)
})
