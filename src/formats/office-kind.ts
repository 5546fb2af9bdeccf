const latin1 = new TextDecoder('latin1')

/** What a zip file holds, as far as the names of its first parts tell; `null` for one that is no office file. */
export function officeKind(head: Uint8Array): 'xlsx' | 'ods' | 'document' | null {
  const start = latin1.decode(head.subarray(0, 4))
  if (start !== 'PK\x03\x04') return null
  const names = latin1.decode(head.subarray(0, 4096))
  if (names.includes('opendocument.spreadsheet')) return 'ods'
  if (names.includes('opendocument.')) return 'document'
  if (names.includes('xl/')) return 'xlsx'
  if (/\b(word|ppt)\//.test(names)) return 'document'
  if (!names.includes('[Content_Types].xml')) return null
  // Office files may begin with parts common to all of them; their folder comes later.
  const all = latin1.decode(head)
  return /\b(word|ppt)\//.test(all) && !all.includes('xl/') ? 'document' : 'xlsx'
}
