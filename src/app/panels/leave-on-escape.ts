/** For `onkeydown` of a whole panel: Escape leaves it from any control in it, unless that control had a use for the key. */
export function leaveOnEscape(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  leave()
}
