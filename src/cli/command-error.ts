/** A command line that cannot be used: the code names a sentence of `src/i18n/command-line.ts`. */
export class CommandError extends Error {
  readonly code:
    | 'unknown-option'
    | 'no-value'
    | 'not-a-pair'
    | 'unknown-verb'
    | 'no-file'
    | 'no-such-file'
    | 'not-a-choice'
    | 'one-output'
    | 'unknown-parameter'
    | 'no-outputs'
    | 'cannot-write'
  readonly value: string

  constructor(code: CommandError['code'], value = '') {
    super(`${code} ${value}`)
    this.name = 'CommandError'
    this.code = code
    this.value = value
  }
}
