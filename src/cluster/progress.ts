/** Says how far a search is, from 0 to 1; rejects when the person has given up. */
export type Progress = (part: number) => Promise<void>

/** For searches that nobody waits for. */
export const noProgress: Progress = () => Promise.resolve()
