import type { Plugin } from 'vite'

const FACTS = /\/src\/nomenclature\/(plans|places)\/(?!index\.)[^/]+\.json$/

/**
 * Leaves the facts of reference tables out of the page's own bundle: steps are applied in the worker, whose bundle has them, and
 * the page only describes steps. Without this each would be built, served and kept offline twice.
 */
export function workerOnly(): Plugin {
  let forPage = false
  return {
    name: 'tamis-worker-only',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      forPage = !config.isWorker && config.build.ssr === false
    },
    load(id) {
      return forPage && FACTS.test(id)
        ? { code: 'throw new Error("codes are looked up in the worker")', moduleType: 'js' }
        : undefined
    },
  }
}
