/** `npm run check`: format, lint, types and the guard-rails of the house. */
import { CHECKS } from './checks.ts'
import { runSteps } from './run-step.ts'

const ok = await runSteps(CHECKS, (text) => process.stdout.write(text))
process.exitCode = ok ? 0 : 1
