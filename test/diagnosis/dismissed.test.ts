import { describe, expect, it } from 'vitest'
import { reasonToDismiss, subjectOf } from '../../src/diagnosis/dismissed.ts'
import type { Finding } from '../../src/diagnosis/finding.ts'

const finding = (code: string, columns: readonly string[], column?: string): Finding => ({
  code,
  severity: 'look',
  text: { fr: '', en: '' },
  ...(column === undefined ? {} : { column }),
  proposal: { step: 'to-number', params: { columns } },
})
const because = (found: Finding, reason: string) => ({ ...subjectOf(found), reason })

describe('a finding that was set aside', () => {
  it('stays so, with its reason, when the table is looked at again', () => {
    const found = finding('text-amounts', ['b', 'a'])
    expect(reasonToDismiss(finding('text-amounts', ['a', 'b']), [because(found, 'voulu')])).toBe('voulu')
  })

  it('comes back when another column is concerned, and hides no other finding', () => {
    const dismissed = [because(finding('text-amounts', ['a']), 'voulu')]
    expect(reasonToDismiss(finding('text-amounts', ['a', 'c']), dismissed)).toBe(null)
    expect(reasonToDismiss(finding('stray-spaces', ['a']), dismissed)).toBe(null)
    const whole = [because(finding('title', []), 'vu')]
    expect(reasonToDismiss(finding('title', ['a']), whole)).toBe(null)
  })
})
