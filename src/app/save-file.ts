import type { Download } from '../../workers/facade.ts'

/** What Chromium offers for choosing where to save; other browsers have no such thing. */
declare global {
  interface Window {
    showSaveFilePicker?(options: { suggestedName: string; id?: string }): Promise<FileSystemFileHandle>
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile({ fileName, blob }: Download & { blob: Blob }): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Whether this browser lets a person choose where a file is written, and writes it there piece by piece. */
export const canChoosePlace = (): boolean => window.showSaveFilePicker !== undefined

/**
 * Asks where to save. `given-up`: the person closed the dialog; `refused`: the browser does not allow it here. To be called as the
 * first thing after a press, as browsers ask for one.
 */
export async function choosePlace(fileName: string): Promise<FileSystemFileHandle | 'given-up' | 'refused'> {
  try {
    return (await window.showSaveFilePicker?.({ suggestedName: fileName, id: 'export' })) ?? 'refused'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'given-up' : 'refused'
  }
}
