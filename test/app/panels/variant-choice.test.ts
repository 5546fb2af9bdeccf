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

  it('remembers a refused group as spellings that mean different things, and can take it back unchecked', () => {
    const made = choice()
    made.refuse('a')
    expect(made.groups.map(({ key }) => key)).toEqual(['b'])
    expect(made.refused).toEqual([['École', 'ECOLE']])
    made.takeBack('a')
    expect([made.refused, made.merged.map(({ key }) => key)]).toEqual([[], ['b']])
  })

  it('takes a spelling out of a group, from each of the others', () => {
    const made = choice()
    made.withdraw('b', 'Judo')
    expect(made.replacements()).toContainEqual({ from: ['JUDO'], to: 'judo' })
    expect(made.refused).toEqual([
      ['Judo', 'judo'],
      ['Judo', 'JUDO'],
    ])
    made.withdraw('b', 'JUDO')
    expect(made.groups.map(({ key }) => key)).toEqual(['a'])
  })

  it('does not propose again what was refused before, whatever the method', () => {
    const made = new VariantChoice()
    const values = ['Judo', 'judo', 'JUDO'].map((text) => ({ text, cells: 1 }))
    made.take([{ key: 'j', values, proposed: 'Judo' }], [['Judo', 'JUDO']])
    expect(made.replacements()).toEqual([{ from: ['judo'], to: 'Judo' }])
    made.take([{ key: 'j', values: values.slice(0, 2), proposed: 'Judo' }], [['judo', 'Judo']])
    expect(made.groups).toEqual([])
  })

  it('leaves doubtful groups unchecked, and those that a SIRET speaks against', () => {
    const group = (key: string, confidence: number, warned: boolean) => {
      const link = { a: key, b: `${key}s`, reason: { kind: 'sound' as const }, distance: 1, confidence }
      return {
        key,
        values: [
          { text: key, cells: 1 },
          { text: `${key}s`, cells: 1 },
        ],
        proposed: key,
        confidence,
        level: 'likely' as const,
        reason: link.reason,
        links: [link],
        warnings: warned ? [{ a: key, b: `${key}s`, column: 'SIRET' }] : [],
      }
    }
    const made = new VariantChoice()
    made.take([group('a', 0.95, false), group('b', 0.85, true), group('c', 0.6, false)])
    expect(made.merged.map(({ key }) => key)).toEqual(['a'])
  })

  it('never merges one spelling into two groups of neighbours', () => {
    const made = new VariantChoice()
    const group = (...texts: string[]) => ({
      key: texts.join(),
      values: texts.map((text) => ({ text, cells: 1 })),
      proposed: texts[0]!,
    })
    made.take([group('a', 'b', 'c'), group('c', 'd'), group('e', 'f')])
    expect(made.merged.map(({ key }) => key)).toEqual(['a,b,c', 'e,f'])
    made.change('c,d', { checked: true })
    expect(made.merged.map(({ key }) => key)).toEqual(['c,d', 'e,f'])
    made.checkShown(true)
    expect(made.merged).toHaveLength(2)
  })
})

describe('groups that hold for one town only', () => {
  const tied = (town: string) => ({
    key: `Judo\n${town}`,
    values: [
      { text: 'Judo', cells: 2 },
      { text: 'JUDO', cells: 1 },
    ],
    proposed: 'Judo',
    within: [town],
  })

  it('keep their town in the step, and the same spellings can be merged in each', () => {
    const made = new VariantChoice()
    made.take([tied('Lyon'), tied('Nice')])
    expect(made.replacements()).toEqual([
      { from: ['JUDO'], to: 'Judo', within: ['Lyon'] },
      { from: ['JUDO'], to: 'Judo', within: ['Nice'] },
    ])
    made.search = 'nice'
    expect(made.shown.map(({ within }) => within)).toEqual([['Nice']])
  })

  it('refused ones are there again when the page is opened again', () => {
    const made = new VariantChoice()
    made.take([tied('Lyon')])
    made.refuse('Judo\nLyon')
    const next = new VariantChoice()
    next.resume(made.aside)
    expect(next.refused).toEqual([['Judo', 'JUDO']])
  })
})
