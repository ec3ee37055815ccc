import { describe, expect, it } from 'vitest'
import { CHECKS } from './checks.ts'
import { packageStep, runSteps, type Step } from './run-step.ts'

function node(name: string, program: string): Step {
  return { name, command: process.execPath, args: ['-e', program] }
}

async function run(...steps: Step[]) {
  const printed: string[] = []
  const ok = await runSteps(steps, (text) => printed.push(text.replace(/\d+\.\d s/, '… s')))
  return { ok, printed: printed.join('') }
}

const good = node('good', 'console.log("nobody reads this")')
const bad = node('bad', 'console.log("out"); console.error("err"); process.exit(3)')

describe('the steps of a check', () => {
  it('are silent when they succeed', async () => {
    expect(await run(good, good)).toEqual({ ok: true, printed: 'ok   good       … s\n'.repeat(2) })
  })

  it('stop at the first failure and show all it printed', async () => {
    const { ok, printed } = await run(good, bad, good)
    expect(ok).toBe(false)
    expect(printed).toContain('FAIL bad        … s\n')
    expect(printed).toContain('out\n')
    expect(printed).toContain('err\n')
    expect(printed.match(/good/g)).toHaveLength(1)
  })

  it('fail when the program is killed', async () => {
    expect((await run(node('killed', 'process.kill(process.pid, "SIGKILL")'))).ok).toBe(false)
  })

  it('fail when the program is not there', async () => {
    const { ok, printed } = await run(packageStep('missing', 'no-such-program'))
    expect(ok).toBe(false)
    expect(printed).toContain('ENOENT')
  })

  it('come in their order, the quickest to mend first', () => {
    expect(CHECKS.map(({ name }) => name)).toEqual([
      'format',
      'lint',
      'types',
      'structure',
      'imports',
      'words',
    ])
  })
})
