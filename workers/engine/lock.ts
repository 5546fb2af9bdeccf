/**
 * Makes this tab the only one that writes a workbook, until the returned function is called or the tab closes.
 * Resolves with `null` when another tab writes it and `takeOver` is false. `onLost` is called when another tab takes over.
 */
export function lockWorkbook(id: string, takeOver: true, onLost: () => void): Promise<() => void>
export function lockWorkbook(id: string, takeOver: boolean, onLost: () => void): Promise<(() => void) | null>
export function lockWorkbook(
  id: string,
  takeOver: boolean,
  onLost: () => void,
): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true }
    const held = navigator.locks.request(`tamis-${id}`, options, (lock) => {
      if (lock === null) {
        resolve(null)
        return undefined
      }
      return new Promise<void>((release) => resolve(release))
    })
    held.catch(onLost)
  })
}
