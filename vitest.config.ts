import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/build-page.ts',
          // One Chromium at a time: two cores are soon shared by a page, its worker and its drawing.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // As long as the browser waits for anything else that a journey asks for.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
