import { nodeStep, packageStep, type Step } from './run-step.ts'

/** What every change passes before its tests run. */
export const CHECKS: readonly Step[] = [
  packageStep('format', 'oxfmt', '--check', '.'),
  packageStep('lint', 'oxlint', '--type-aware', '--max-warnings', '0'),
  packageStep('types', 'tsc', '-p', '.'),
  nodeStep('structure', 'tools/check-structure.ts'),
  nodeStep('imports', 'tools/check-imports.ts'),
  nodeStep('words', 'tools/check-words.ts'),
]
