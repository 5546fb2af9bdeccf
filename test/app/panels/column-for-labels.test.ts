import { describe, expect, it } from 'vitest'
import { columnForLabels } from '../../../src/app/panels/fields/column-for-labels.ts'

const text = (name: string) => ({ name, type: 'text' as const })

describe('where labels go', () => {
  it('is the column that is there for them', () => {
    const columns = [text('BGT_NATURE'), text('BGT_NATURE_LABEL')]
    expect(columnForLabels('BGT_NATURE', columns, 'Libellé BGT_NATURE')).toBe('BGT_NATURE_LABEL')
    expect(columnForLabels('Code nature', [text('Libellé nature')], 'x')).toBe('Libellé nature')
  })

  it('is else a new one, never a column of something else', () => {
    expect(columnForLabels('BGT_FONCTION', [text('BGT_FONCTION')], 'x')).toBe('BGT_FONCTION_LABEL')
    expect(columnForLabels('Chapitre', [text('Chapitre')], 'Libellé Chapitre')).toBe('Libellé Chapitre')
    const amounts = { name: 'NATURE_LABEL', type: 'number' as const }
    expect(columnForLabels('NATURE', [amounts], 'x')).toBe('NATURE_LABEL 2')
  })
})
