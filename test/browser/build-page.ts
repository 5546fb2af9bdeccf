import { buildIfStale } from '../../scripts/build.mjs'

/** Builds the page once before the browser tests, if it is older than its sources. */
export async function setup(): Promise<void> {
  await buildIfStale('page')
}
