// A browser whose disk gives up: transactions that it aborts, databases that it closes, as one short of memory does.
import type { BrowserContext, Page } from 'playwright-core'

export type DiskFaults = { readonly aborted: number; readonly closed: number }

/** What is read is never hurt: who cannot read what was kept notes it twice, which is nobody's fault. */
export const failDisk = (context: BrowserContext): Promise<unknown> => context.addInitScript(FAIL)

export const diskFaultsOf = async (page: Page): Promise<DiskFaults> =>
  (await page.evaluate('globalThis.diskFaults')) as DiskFaults

/** From now on the disk holds. */
export const healDisk = (page: Page): Promise<unknown> => page.evaluate('globalThis.isDiskHealed = true')

const FAIL = `(() => {
  globalThis.diskFaults = { aborted: 0, closed: 0 }
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const isHurt = (chance) => this.name.startsWith('palier') && !globalThis.isDiskHealed && Math.random() < chance
    if (isHurt(0.02)) { globalThis.diskFaults.closed++; this.close() }
    const begun = begin.call(this, stores, mode, options)
    if (mode === 'readwrite' && isHurt(0.08)) {
      globalThis.diskFaults.aborted++
      const abort = () => { try { begun.abort() } catch { globalThis.diskFaults.aborted-- } }
      if (Math.random() < 0.5) queueMicrotask(abort)
      else setTimeout(abort, Math.random() * 8)
    }
    return begun
  }
})()`
