import { describe, expect, it } from 'vitest'
import { settleProposals } from '../../../src/app/panels/settle-proposals.ts'

const near = [{ code: '65', label: 'Autres charges' }]
const elsewhere = (code: string, codes: string[]) => ({
  code,
  near,
  elsewhere: [{ plan: 'M14-M14_COM_500_3500', year: 2022, label: 'Frais des groupes', codes }],
})

describe('what a code that found nothing may stand for', () => {
  it('is one click away when the same label has one code of the same family, with its reason in words', () => {
    expect(settleProposals(elsewhere('656', ['6586']), 'fr')).toEqual([
      {
        code: '6586',
        label: 'Frais des groupes',
        reason: 'même libellé dans M14, «\u00a0Frais des groupes\u00a0»',
        sure: true,
      },
      {
        code: '65',
        label: 'Autres charges',
        reason: 'code parent, «\u00a0Autres charges\u00a0»',
        sure: false,
      },
    ])
  })

  it('is never settled by one click between several codes, nor from depreciation to what is depreciated', () => {
    expect(settleProposals(elsewhere('656', ['6586', '6587']), 'fr').some(({ sure }) => sure)).toBe(false)
    expect(settleProposals(elsewhere('28051', ['2051']), 'fr').some(({ sure }) => sure)).toBe(false)
  })

  it('gives each likeness its own reason', () => {
    const reasonFor = (code: string, other: string) =>
      settleProposals({ code, near: [{ code: other, label: 'x' }], elsewhere: [] }, 'en')[0]!.reason
    expect(reasonFor('11', '011')).toBe('the same code but for a zero')
    expect(reasonFor('62', '623')).toBe('more precise code, “x”')
    expect(reasonFor('6231', '6232')).toBe('one character apart, surely a typing error')
  })
})
