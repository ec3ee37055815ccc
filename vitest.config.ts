import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'e2e/**/*.test.{ts,tsx}'],
    globalSetup: './tools/testing/global-setup.ts',
    reporters: ['default', './tools/testing/closing-line.mjs'],
    hookTimeout: 120_000,
    testTimeout: 60_000,
  },
})
