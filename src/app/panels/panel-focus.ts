const FIELDS = 'input:not([type=hidden]), select, textarea'
const CONTROLS = `${FIELDS}, button, [tabindex="0"]`

/**
 * Brings the focus into a panel when it opens (to the first field of `[data-first]`, else its first control), and back to where
 * it was when it closes.
 * For `{@attach}`.
 */
export function panelFocus(panel: HTMLElement): () => void {
  const before = document.activeElement
  const frame = requestAnimationFrame(() => {
    const marked = panel.querySelector<HTMLElement>('[data-first]')
    const within = marked ?? panel
    const first = marked?.matches(`${CONTROLS}, [tabindex]`)
      ? marked
      : (within.querySelector<HTMLElement>(FIELDS) ?? within.querySelector<HTMLElement>(CONTROLS))
    first?.focus()
  })
  return () => {
    cancelAnimationFrame(frame)
    const now = document.activeElement
    const astray = now === null || now === document.body || panel.contains(now)
    if (astray && before instanceof HTMLElement && before.isConnected && before !== document.body)
      before.focus()
  }
}
