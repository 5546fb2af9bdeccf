/** A short message at the bottom of the screen, with at most one thing that can be done about it. */
export interface Toast {
  id: number
  text: string
  kind: 'done' | 'fail'
  action?: { label: string; run(): void }
}

const SHOWN_MS = { done: 6000, fail: 20_000 }
let ids = 0

class Toasts {
  shown = $state.raw<readonly Toast[]>([])

  /** Shows a message; one without an action goes away by itself, all can be closed. */
  show(text: string, kind: Toast['kind'] = 'done', action?: Toast['action']): void {
    const id = ++ids
    const toast: Toast = { id, text, kind, ...(action === undefined ? {} : { action }) }
    this.shown = [...this.shown.filter((other) => other.text !== text), toast].slice(-3)
    setTimeout(() => this.close(id), SHOWN_MS[kind])
  }

  /** Takes back what was said of earlier attempts, when another one begins. */
  clearFailures(): void {
    this.shown = this.shown.filter(({ kind }) => kind !== 'fail')
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
