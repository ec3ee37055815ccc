/** `npm test`: every check, the islands, then every test. The last line is always « N passed, N failed ». */
import { CHECKS } from './checks.ts'
import { nodeStep, packageStep, runStep, runSteps } from './run-step.ts'

const print = (text: string) => process.stdout.write(text)
const isSound = await runSteps([...CHECKS, nodeStep('build', 'tools/build.mjs')], print)

if (isSound) {
  const { ok, output } = await runStep(
    packageStep('tests', 'vitest', 'run', ...process.argv.slice(2)),
    'shown',
  )
  if (output) print(`${output}0 passed, 1 failed\n`) // vitest could not be started: it said nothing itself
  process.exitCode = ok ? 0 : 1
} else {
  print('0 passed, 1 failed\n')
  process.exitCode = 1
}
