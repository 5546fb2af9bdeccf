import { fileURLToPath } from 'node:url'

/** The project's folder, ending with a separator. */
export const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * Path of something in the project.
 *
 * @param {string} path relative to the project's folder, with `/`
 */
export const inProject = (path) => root + path
