/** `npm test`: every check, the islands, then every test. The last line is always « N passed, N failed ». */
import { CHECKS } from './checks.ts'
import { nodeStep, packageStep, runStep, runSteps } from './run-step.ts'

const print = (text: string) => process.stdout.write(text)
const isSound = await runSteps([...CHECKS, nodeStep('build', 'tools/build.mjs')], print)

if (isSound) {
  const { ok, output } = await runStep(packageStep('tests', 'vitest', 'run'), 'shown')
  print(output) // only why vitest could not be started: what it says itself was shown
  process.exitCode = ok ? 0 : 1
} else {
  print('0 passed, 1 failed\n')
  process.exitCode = 1
}
