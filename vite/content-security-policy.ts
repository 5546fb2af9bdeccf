import type { Plugin } from 'vite'

/**
 * What the built page may load: its own files, and nothing from elsewhere. `style-src 'unsafe-inline'` is for the grid,
 * which writes the sizes of its columns as inline styles.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const charset = '<meta charset="utf-8" />'

/** Writes the policy into the built page. The development server goes without: it injects scripts of its own. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'tamis-content-security-policy',
    apply: 'build',
    transformIndexHtml(html) {
      // Before any script: a policy holds for what follows it.
      if (!html.includes(charset)) throw new Error(`index.html has no ${charset} to write the policy after`)
      return html.replace(
        charset,
        `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
      )
    },
  }
}
