import type { Download } from '../../workers/facade.ts'

/** Hands a file to the browser's downloads. */
export function saveFile({ fileName, blob }: Download): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
