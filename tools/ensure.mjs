// Runs under whatever Node is installed, before every npm script: makes node_modules match package-lock.json, once.
// After it, node_modules/.bin/node (Node 24, an npm package) is first in PATH for the script itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}node_modules/.palier-installed`
const bundledNode = `${root}node_modules/.bin/node`

function refuse(french, english) {
  console.error(`\n${french}\n${english}\n`)
  process.exit(1)
}

function atLeast(version, major, minor) {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

function wanted() {
  return createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
}

/** Run once after an install: a musl or very old system has the file but cannot run it. */
function bundledNodeRuns() {
  const answer = spawnSync(bundledNode, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 && atLeast(answer.stdout.trim(), 24, 0)
}

function install() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(npm[0], [...npm.slice(1), ...options], { stdio: 'inherit', cwd: root })
  if (status !== 0)
    refuse(
      'L’installation des paquets a échoué\u202f: lisez le message de npm ci-dessus (réseau\u202f? disque plein\u202f?), puis relancez la même commande.',
      'Installing the packages failed: read the message from npm above (network? disk full?), then run the same command again.',
    )
}

function refuseNode24() {
  const machine = `${process.platform}-${process.arch}`
  refuse(
    `Palier tourne sous Node 24 ou plus récent. Il n’y a pas de Node 24 tout prêt dans npm pour cette machine (${machine}), et le vôtre est ${process.version}\u202f: installez Node 24 (nodejs.org), puis relancez la même commande.`,
    `Palier runs on Node 24 or newer. npm has no ready-made Node 24 for this machine (${machine}), and yours is ${process.version}: install Node 24 (nodejs.org), then run the same command again.`,
  )
}

if (!atLeast(process.version, 20, 19))
  refuse(
    `Node ${process.version} est trop ancien pour installer Palier\u202f: il faut Node 20.19 ou plus récent (nodejs.org).`,
    `Node ${process.version} is too old to install Palier: Node 20.19 or newer is needed (nodejs.org).`,
  )

const want = wanted()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
  install()
  if (!bundledNodeRuns() && !atLeast(process.version, 24, 0)) refuseNode24()
  writeFileSync(stamp, want)
} else if (!existsSync(bundledNode) && !atLeast(process.version, 24, 0)) refuseNode24()
