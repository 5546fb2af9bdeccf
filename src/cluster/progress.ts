/** Says how far a search is, from 0 to 1; rejects when the person has given up. */
export type Progress = (part: number) => Promise<void>

/** For searches that nobody waits for. */
export const noProgress: Progress = () => Promise.resolve()

/** The progress of a part of a search, which takes it from `from` to `to`. */
export const stretch =
  (progress: Progress, from: number, to: number): Progress =>
  (part) =>
    progress(from + (to - from) * part)
