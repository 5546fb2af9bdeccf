import { describe, expect, it } from 'vitest'
import { VariantChoice } from '../../../src/app/panels/variant-choice.svelte.ts'

function choice(): VariantChoice {
  const made = new VariantChoice()
  made.take([
    {
      key: 'a',
      values: [
        { text: 'École', cells: 3 },
        { text: 'ECOLE', cells: 1 },
      ],
      proposed: 'École',
    },
    {
      key: 'b',
      values: [
        { text: 'Judo', cells: 9 },
        { text: 'judo', cells: 4 },
        { text: 'JUDO', cells: 2 },
      ],
      proposed: 'Judo',
    },
  ])
  return made
}

describe('choosing which spellings are merged', () => {
  it('shows first the group that would change most rows', () => {
    expect(choice().groups.map(({ key }) => key)).toEqual(['b', 'a'])
  })

  it('replaces every spelling but the chosen one, which is not touched', () => {
    const made = choice()
    made.change('b', { to: 'judo' })
    expect(made.replacements()).toEqual([
      { from: ['Judo', 'JUDO'], to: 'judo' },
      { from: ['ECOLE'], to: 'École' },
    ])
    expect(made.rows).toBe(12)
  })

  it('replaces all of them by a spelling that none had', () => {
    const made = choice()
    made.change('a', { to: 'L’école' })
    expect(made.replacements()).toContainEqual({ from: ['École', 'ECOLE'], to: 'L’école' })
  })

  it('leaves out what is unchecked, and what would become nothing', () => {
    const made = choice()
    made.change('a', { to: ' ' })
    made.change('b', { checked: false })
    expect(made.replacements()).toEqual([])
  })

  it('unchecks only the groups that the filters show, and says how many others stay checked', () => {
    const made = choice()
    made.search = 'ecole'
    made.checkShown(false)
    expect(made.merged.map(({ key }) => key)).toEqual(['b'])
    expect(made.hidden).toBe(1)
  })
})
