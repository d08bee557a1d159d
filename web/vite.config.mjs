import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

export default {
  root: path('console'),
  base: '/console/',
  build: {
    outDir: path('dist/console'),
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
}
