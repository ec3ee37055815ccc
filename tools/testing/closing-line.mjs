/** Vitest reporter: the very last line printed is exactly `N passed, N failed`; a file that fails to load is a failure. */
export default class ClosingLine {
  onTestRunEnd(modules, unhandled) {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && module.children.size === 0) count.failed++
      for (const test of module.children.allTests()) count[test.result().state]++
    }
    process.on('exit', () => {
      if (count.skipped > 0) process.stdout.write(`${count.skipped} skipped\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
    })
  }
}
