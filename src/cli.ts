import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { auditSentences } from './access/audit.fr.ts'
import { isIntact, verifyAudit } from './access/audit-verify.ts'
import { keyringOf } from './access/keyring.ts'
import { secretsOf } from './access/secrets.ts'
import { makeSignInLink } from './accounts/public.ts'
import { rebuildCommand } from './caseload/cli.ts'
import { backup } from './db/backup.ts'
import { type Logins, openLogins } from './db/connect.ts'
import { defaultFolder, isServing, startEmbedded } from './db/embedded.ts'
import { stopIfAlone } from './db/embedded-sharing.ts'
import { dataFolder } from './db/embedded-files.ts'
import type { Fingerprint } from './db/fingerprints.ts'
import { visitInstallation, type Visited } from './db/installation-visit.ts'
import { anchorFolder, namesOfSpaces } from './db/installation.ts'
import { restore } from './db/restore.ts'
import { StartRefusal } from './db/start-refusal.ts'
import { isFileCommand } from './waits/domain/file-commands.ts'
import { cliWords, type Counted, HELP } from './web/cli-words.fr.ts'
import { type Config, readConfig } from './web/config.ts'

type Said = { readonly text: string; readonly code: 0 | 1 | 2 }
const said = (text: string, code: Said['code'] = 0): Said => ({ text, code })

async function backupInto(folder: string | undefined): Promise<Said> {
  if (!folder) return said(cliWords.needsFolder('backup'), 2)
  if (process.env['DATABASE_URL']) return said(cliWords.notEmbedded, 1)
  const cluster = defaultFolder()
  if (!existsSync(dataFolder(cluster))) return said(cliWords.nothingToBackUp(cluster), 1)
  const wasServing = await isServing(cluster)
  const embedded = await startEmbedded({ folder: cluster })
  try {
    const done = await backup({
      ownerUrl: embedded.ownerUrl,
      folder: cluster,
      into: folder,
      now: () => new Date(),
    })
    return done.ok ? said(cliWords.backedUp(folder, done.value.files.length)) : said(done.refusal.sentence, 1)
  } finally {
    if (!wasServing) await stopIfAlone(embedded)
  }
}

async function restoreFrom(folder: string | undefined, deadCluster: string | undefined): Promise<Said> {
  if (!folder) return said(cliWords.needsFolder('restore'), 2)
  if (process.env['DATABASE_URL']) return said(cliWords.notEmbedded, 1)
  const into = defaultFolder()
  const done = await restore({
    from: folder,
    folder: into,
    ...(deadCluster ? { alsoWalOf: deadCluster } : {}),
  })
  if (!done.ok) return said(done.refusal.sentence, 1)
  return said(cliWords.restored(into, countByDatabase(done.value.fingerprints)))
}

function countByDatabase(fingerprints: readonly Fingerprint[]): Counted[] {
  const databases = Map.groupBy(fingerprints, (found) => found.database)
  return [...databases].map(([name, found]) => ({
    name,
    tables: found.length,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
  }))
}

const verify = (config: Config): Promise<Said> =>
  visitInstallation(config, async ({ owner, folder }) => {
    const verdict = await verifyAudit({ db: owner, anchorFolder: anchorFolder(folder, config.demo) })
    const names = await namesOfSpaces(owner)
    const sentences = auditSentences(verdict, (space) => names.get(space) ?? space)
    const intact = verdict.spaces.every(isIntact) && verdict.unreadableAnchors === 0
    return said(sentences.length > 0 ? sentences.join('\n') : cliWords.nothingToVerify, intact ? 0 : 1)
  })

type WithLogins = Pick<Visited, 'owner' | 'secret'> & { readonly logins: Logins }

/** Visits with a pool for each login role, for commands that act behind the walls. */
function visitLogins<T>(work: (installed: WithLogins) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  return visitInstallation(config, async ({ owner, ownerUrl, secret }) => {
    const logins = openLogins(ownerUrl, secret, config.rolePrefix)
    try {
      return await work({ owner, secret, logins })
    } finally {
      await logins.close()
    }
  })
}

async function link(publicUrl: URL, email: string | undefined): Promise<Said> {
  if (!email) return said(cliWords.needsEmail, 2)
  return visitLogins(async ({ logins, secret }) => {
    const keyring = keyringOf(logins, secretsOf(secret))
    const url = await makeSignInLink(keyring, { email, publicUrl, now: new Date() })
    return url ? said(cliWords.link(url.href)) : said(cliWords.nobody, 1)
  })
}

const rebuild = (config: Config): Promise<Said> =>
  visitInstallation(config, async ({ owner }) => said(await rebuildCommand(owner)))

async function run(args: readonly string[]): Promise<Said> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, 'journaux-de': { type: 'string' } },
  })
  const [command, subject] = positionals
  if (values.help || command === undefined || command === 'help' || command === 'aide') return said(HELP)
  if (command === 'backup') return backupInto(subject)
  if (command === 'restore') return restoreFrom(subject, values['journaux-de'])
  if (command === 'audit' && subject === 'verify') return verify(readConfig(process.env))
  if (command === 'link') return link(readConfig(process.env).publicUrl, subject)
  if (command === 'complaints' && subject === 'rebuild') return rebuild(readConfig(process.env))
  return said(cliWords.unknown(positionals.join(' ')), 2)
}

const misused = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

async function runAndSay(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args
  if (isFileCommand(first)) {
    // Loaded only then: what reads files weighs as much as the rest of the house.
    const { runInTerminal } = await import('./waits/cli.ts')
    return runInTerminal(first, rest)
  }
  if (first === 'import') {
    const { importInTerminal } = await import('./sources/cli.ts')
    return importInTerminal(rest, visitLogins)
  }
  if (first === 'instrument') {
    const { instrumentInTerminal } = await import('./instruments/cli.ts')
    return instrumentInTerminal(rest)
  }
  const { text, code } = await run(args)
  if (code === 0) console.log(text)
  else console.error(text)
  return code
}

try {
  process.exitCode = await runAndSay(process.argv.slice(2))
} catch (error) {
  if (error instanceof StartRefusal) console.error(error.sentence)
  else if (misused(error)) console.error(cliWords.unknown(process.argv.slice(2).join(' ')))
  else throw error
  process.exitCode = error instanceof StartRefusal ? 1 : 2
}
