import type { Keyring } from '../../access/keyring.ts'
import { listLandlords } from '../../deadlines/public.ts'
import { dayIn } from '../../kernel/calendar-day.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { mayAgree } from '../actions/agreements.ts'
import { mayLoad } from '../actions/sources.ts'
import type { Source } from '../domain/source.ts'
import type { Vintage } from '../domain/vintage.ts'
import { listAgreements } from '../store/agreements.ts'
import { cutUploads } from '../store/cut-uploads.ts'
import { listSources } from '../store/sources.ts'
import { currentVintages } from '../store/vintages.ts'
import { sum } from '../views/vintages-part.tsx'
import { type ShownSource, SourcesPage } from '../views/sources-page.tsx'

export function sourceList(app: SpaceApp): void {
  app.get('/sources', showSources)
}

/** Names of landlords and authorities by identifier. */
export const landlordNames = async (keyring: Keyring): Promise<ReadonlyMap<string, string>> =>
  new Map((await listLandlords(keyring)).map(({ id, name }) => [id, name]))

/** What was lost on its way is told for a week, or until a file comes whole. */
const TOLD_MS = 7 * 86_400_000

async function showSources(c: SpaceContext) {
  const { actor, keyring, now } = c.var
  const read = await c.var.inScope(async (db) => ({
    sources: await listSources(db),
    vintages: await currentVintages(db),
    agreements: await listAgreements(db),
    cut: await cutUploads(db, new Date(now.getTime() - TOLD_MS)),
  }))
  const titles = new Map(read.agreements.map(({ id, title }) => [id, title]))
  const landlords = await landlordNames(keyring)
  const shown = read.sources.map((source): ShownSource => ({
    id: source.id,
    name: source.name,
    landlord: landlordOf(source, landlords),
    agreement: titles.get(source.agreementId) ?? '',
    last: lastOf(read.vintages.get(source.id)),
  }))
  return c.var.page(
    { title: 'Sources' },
    <SourcesPage
      sources={shown}
      cut={read.cut}
      agreements={read.agreements.filter(({ endedAt }) => !endedAt).length}
      mayLoad={mayLoad(actor)}
      mayAgree={mayAgree(actor)}
    />,
  )
}

export const landlordOf = (
  { institutionId }: Pick<Source, 'institutionId'>,
  landlords: ReadonlyMap<string, string>,
): string | undefined => (institutionId === null ? undefined : landlords.get(institutionId))

const lastOf = (vintage: Vintage | undefined): ShownSource['last'] =>
  vintage && {
    vintage: vintage.vintage,
    readOn: dayIn(vintage.recordedAt),
    kept: vintage.kept,
    rejected: sum(vintage.rejected),
    asOf: vintage.asOf,
  }
