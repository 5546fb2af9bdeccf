import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './vite/content-security-policy.ts'
import { offlineCopy } from './vite/offline-copy.ts'
import { workerOnly } from './vite/worker-only.ts'

export default defineConfig(({ isSsrBuild }) => ({
  // Relative addresses: the built folder works from any path of any web server.
  base: './',
  plugins: [svelte(), workerOnly(), contentSecurityPolicy(), offlineCopy()],
  worker: { format: 'es' },
  build: {
    target: isSsrBuild ? 'node20' : 'baseline-widely-available',
    sourcemap: false,
    modulePreload: { polyfill: false },
    copyPublicDir: !isSsrBuild,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  // The command line is one folder that runs without node_modules.
  ssr: { noExternal: true },
}))
