import type { Localized } from '../../i18n/messages.ts'
import type { xmlReading } from '../../i18n/xml-reading.ts'
import type { FoundOption, ReadNote } from '../format.ts'
import { findEncoding, type FoundEncoding } from './find-encoding.ts'
import { say } from './say.ts'

/** Encodings that a person can choose for an XML file. */
export const ENCODINGS = ['utf-8', 'windows-1252'] as const

/** The encoding to read with, how the screen says it, and a note where the file declares another one than it uses. */
export async function chooseEncoding(
  bytes: Blob,
  chosen: string | undefined,
): Promise<{ encoding: string; found: FoundOption; notes: ReadNote[] }> {
  const detected = await findEncoding(bytes)
  const encoding = chosen ?? detected.encoding
  const evidence = chosen === undefined ? evidenceOf(detected) : say((m) => m.chosen)
  const choices = [...new Set([...ENCODINGS, detected.encoding])]
  const surprising = chosen === undefined && ['not-utf-8', 'is-utf-8', 'unknown'].includes(detected.reason)
  return {
    encoding,
    found: {
      option: 'encoding',
      value: encoding,
      label: say((m) => m.encoding(encoding)),
      evidence,
      chosen: chosen !== undefined,
      choices: choices.map((value) => ({ value, label: say((m) => m.encoding(value)) })),
    },
    notes: surprising ? [{ code: 'xml-encoding', severity: 'info', text: evidence }] : [],
  }
}

function evidenceOf({ declared, reason }: FoundEncoding): Localized {
  const name = declared ?? ''
  return say((m: (typeof xmlReading)['fr']) => {
    switch (reason) {
      case 'declared':
        return m.encodingDeclared(name)
      case 'mark':
        return m.encodingMark
      case 'default':
        return m.encodingDefault
      case 'not-utf-8':
        return m.encodingNotUtf8(declared)
      case 'is-utf-8':
        return m.encodingIsUtf8(name)
      case 'unknown':
        return m.encodingUnknown(name)
    }
  })
}
