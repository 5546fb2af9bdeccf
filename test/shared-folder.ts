import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../shared/', import.meta.url))

/** Path of a file in the folder of real documents beside the project. */
export const shared = (path: string): string => root + path

/** Whether that folder is there; tests that need it say so when they are skipped. */
export const hasShared: boolean = existsSync(root)

export const sharedBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(shared(path)))
