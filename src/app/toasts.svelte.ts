/** A short message at the bottom of the screen, with at most one thing that can be done about it. */
export interface Toast {
  id: number
  text: string
  kind: 'done' | 'fail'
  action?: { label: string; run(): void }
}

const SHOWN_MS = 6000
let ids = 0

class Toasts {
  shown = $state.raw<readonly Toast[]>([])

  /** Shows a message. What went well goes away by itself, what failed stays until it is closed or tried again. */
  show(text: string, kind: Toast['kind'] = 'done', action?: Toast['action']): void {
    const id = ++ids
    const toast: Toast = { id, text, kind, ...(action === undefined ? {} : { action }) }
    this.shown = [...this.shown.filter((other) => other.text !== text), toast].slice(-3)
    if (kind === 'done') setTimeout(() => this.close(id), SHOWN_MS)
  }

  /** Takes back what was said of earlier attempts, when another one begins. */
  clearFailures(): void {
    this.shown = this.shown.filter(({ kind }) => kind !== 'fail')
  }

  /** Takes back what was offered about the state before another edit: an undo would no longer undo what it says. */
  clearOffers(): void {
    this.shown = this.shown.filter(({ kind, action }) => kind === 'fail' || action === undefined)
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
