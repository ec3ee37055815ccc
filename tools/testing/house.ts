// A real installation of Palier on an embedded cluster, somebody who writes in it, and its audit chain.
import { verifyAudit, isIntact } from '../../src/access/audit-verify.ts'
import { sealAudit } from '../../src/access/audit-seal.ts'
import { inScope } from '../../src/access/scope.ts'
import { openLogins } from '../../src/db/connect.ts'
import { visitInstallation } from '../../src/db/installation-visit.ts'
import { anchorFolder, openInstallation } from '../../src/db/installation.ts'
import { newId } from '../../src/kernel/ids.ts'
import { testSpace } from './spaces.ts'

const demo = { demo: true, databaseUrl: undefined, secret: undefined, rolePrefix: 'palier_demo' } as const

export type House = Awaited<ReturnType<typeof openHouse>>

/** Brought up by the very function that a start uses, in PALIER_DATA. */
export async function openHouse(now: () => Date) {
  const { owner, ownerUrl, secret, folder } = await openInstallation(demo)
  const logins = openLogins(ownerUrl, secret, demo.rolePrefix)
  const close = async (): Promise<void> => void (await Promise.all([logins.close(), owner.destroy()]))
  const actor = await testSpace({ owner, logins, ownerUrl, stop: close }, 'union', 'Les Tilleuls', [
    'organiser',
  ])
  /** Resolves with the person's id once PostgreSQL has acknowledged it. */
  const write = async (name: string): Promise<string> => {
    const [id, day] = [newId(new Date()), '2026-11-01']
    await inScope(logins, actor, (db) =>
      db.sql
        .insertInto('person')
        .values({ space_id: actor.spaceId, id, name, search_text: name, last_contact_on: day })
        .execute(),
    )
    return id
  }
  const seal = (): Promise<number> =>
    sealAudit({ db: logins.system, anchorFolder: anchorFolder(folder, true), now: now() })
  return { write, seal, close }
}

/** What the house of PALIER_DATA holds now, and what its audit chain says, as the command line reads them. */
export const lookAtHouse = () =>
  visitInstallation(demo, async ({ owner, folder }) => {
    const { spaces, unreadableAnchors } = await verifyAudit({
      db: owner,
      anchorFolder: anchorFolder(folder, true),
    })
    const people = await owner.withSchema('union_space').selectFrom('person').select('id').execute()
    return {
      people: people.map(({ id }) => id),
      whole: spaces.every(isIntact) && unreadableAnchors === 0,
      anchored: spaces.map(({ lastAnchor, lastSeal }) => ({ lastAnchor, lastSeal })),
    }
  })
