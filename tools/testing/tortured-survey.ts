import { sql } from 'kysely'
import { type Database, openOwner } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { waitInstruments } from '../../src/survey/actions/built-in-forms.ts'
import { benchFolder, removeBenchFolder, startServer } from '../bench/server.ts'
import { failDisk } from './failing-disk.ts'
import { type Fault, faultyNetwork } from './faulty-network.ts'
import { freePort } from './program.ts'
import { readyPhone } from './ready-phone.ts'
import { receiptsOn, torture, type Told } from './torture.ts'

export type Arrived = Told & {
  readonly befell: ReadonlyMap<Fault, number>
  /** Ids, as the telephone has their receipts and as the union holds them. */
  readonly receipts: readonly string[]
  readonly held: readonly { readonly id: string; readonly seq: number }[]
}

/** A program of its own, a telephone, a network between them; `chance` decides what befalls what. */
export async function torturedSurvey(knocks: number, every: number, chance: () => number): Promise<Arrived> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const port = await freePort()
  let server = await startServer(folder, port)
  const network = await faultyNetwork(port, chance)
  const owner = openOwner(server.ownerUrl)
  const phone = await readyPhone(network)
  try {
    await failDisk(phone.context)
    await phone.page.reload()
    const killServer = async () => {
      await server.kill()
      server = await startServer(folder, port)
    }
    let others: readonly string[] = (await waitInstruments()).map(({ version }) => version).toReversed()
    const newInstrument = async () => {
      const [form = '', ...rest] = others
      others = [...rest, form]
      await sql`update union_space.survey_campaign set form = ${form} where name = 'Banc'`.execute(owner)
      return form
    }
    const told = await torture(phone, knocks, every, { network, killServer, newInstrument })
    const receipts = await receiptsOn(phone.page)
    return { ...told, befell: network.befell, receipts, held: await heldOfSamePhone(owner, receipts) }
  } finally {
    await phone.close()
    await network.close()
    await owner.destroy()
    await server.stop()
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}

/** All that the union holds of the telephone that has these receipts; the demo has telephones of its own. */
async function heldOfSamePhone(owner: Database, receipts: readonly string[]): Promise<Arrived['held']> {
  const held = await sql<{ id: string; seq: number }>`
    select id, seq from union_space.survey_envelope
    where device_id in (select device_id from union_space.survey_envelope where id = any(${receipts}::uuid[]))
    order by seq`.execute(owner)
  return held.rows
}
