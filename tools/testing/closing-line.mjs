/** Vitest reporter: the very last line printed is exactly `N passed, N failed`; a file or a hook that fails is a failure. */
export default class ClosingLine {
  onTestRunEnd(modules, unhandled) {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state)
      for (const state of states) count[state]++
      if (module.state() === 'failed' && !states.includes('failed')) count.failed++
    }
    process.on('exit', () => {
      if (count.skipped > 0) process.stdout.write(`${count.skipped} skipped\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
    })
  }
}
