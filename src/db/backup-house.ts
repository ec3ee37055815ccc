// What stays beside the cluster (the audit's anchors, a demonstration's secret) travels with the backup: a chain restored
// without its anchors could have been rewritten, and nobody would see it.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { houseFolder } from './embedded-files.ts'
import { copyFile, filesUnder, type Manifest, type ManifestFile } from './manifest.ts'

/** To be called before the end of the backup: the database restored is then never behind its anchors. */
export function copyHouse(folder: string, to: string): ManifestFile[] {
  const house = houseFolder(folder)
  if (!existsSync(house)) return []
  return filesUnder(house).map((name) => {
    const [path, target] = [`house/${name}`, join(to, 'house', name)]
    put(target, wholeLines(name, readFileSync(join(house, name))))
    return { path, ...copyFile(target) }
  })
}

/** Put back for the account that runs Palier, not for PostgreSQL's, which has no business with it. */
export function placeHouse(from: string, folder: string, manifest: Manifest, dead: string | undefined): void {
  for (const { path } of manifest.files.filter((file) => file.path.startsWith('house/')))
    put(join(folder, path), readFileSync(join(from, path)))
  if (dead === undefined || !existsSync(houseFolder(dead))) return
  for (const name of filesUnder(houseFolder(dead)))
    goOn(join(houseFolder(folder), name), readFileSync(join(houseFolder(dead), name)))
}

/** The dead cluster's file takes the place of the saved one when it only adds to it. */
function goOn(target: string, later: Buffer): void {
  const saved = existsSync(target) ? readFileSync(target) : Buffer.alloc(0)
  if (later.subarray(0, saved.length).equals(saved)) put(target, later)
}

/** An anchor may be on its way to the disk while it is copied: half a line would be told as an alteration for ever. */
function wholeLines(name: string, bytes: Buffer): Buffer {
  return name.endsWith('.jsonl') ? bytes.subarray(0, bytes.lastIndexOf('\n') + 1) : bytes
}

function put(target: string, bytes: Buffer): void {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  rmSync(target, { force: true })
  writeFileSync(target, bytes, { mode: 0o600 })
  chmodSync(target, 0o600)
}
