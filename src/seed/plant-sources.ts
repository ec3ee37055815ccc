import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, inScope, type ScopedDb } from '../access/scope.ts'
import type { Logins } from '../db/connect.ts'
import { withoutContents } from '../jobs/run-jobs.ts'
import { addDays, type CalendarDay, calendarDay, dayIn, partsOf } from '../kernel/calendar-day.ts'
import {
  createSource,
  fateOfSourceNamed,
  importFile,
  recordAgreement,
  type WaitMap,
} from '../sources/public.ts'
import { demoAccountId, DEMO_PEOPLE } from './demo-people.ts'
import { extractText, type InventedExtract } from './invented-extracts.fr.ts'
import { type InstitutionKey, seedId, SPACES } from './neighbourhood.ts'

type PlantedExtract = InventedExtract & {
  /** Who loads it, in their space. */
  readonly by: string
  readonly name: string
  readonly title: string
  readonly giver: string
  readonly purpose: string
  readonly landlord: InstitutionKey | undefined
}

const EXTRACTS: readonly PlantedExtract[] = [
  {
    key: 'toits',
    by: 'helene',
    name: 'Demandes techniques, extraction du logiciel',
    title: 'Note de service 2026-04, données de la relation locataires',
    giver: 'Toits d’Auvelle, direction de la proximité',
    purpose: 'Dire à la direction et aux locataires combien de temps durent les attentes.',
    landlord: 'toits',
    landlords: ['toits'],
    rows: 1400,
    days: 900,
    movedDaysAgo: 600,
  },
  {
    key: 'remis',
    by: 'maryse',
    name: 'Fichier remis par Toits d’Auvelle',
    title: 'Protocole de concertation, annexe 2',
    giver: 'Toits d’Auvelle',
    purpose: 'Comparer l’horloge du bailleur à celle des locataires.',
    landlord: 'toits',
    landlords: ['toits'],
    rows: 700,
    days: 500,
  },
  {
    key: 'equipe',
    by: 'dominique',
    name: 'Demandes de deux bailleurs, 2024 et après',
    title: 'Convention de recherche Attentes et réponses',
    giver: 'Toits d’Auvelle et Habitat des Deux Rives',
    purpose: 'Décrire les attentes, sans suivre personne.',
    landlord: undefined,
    landlords: ['toits', 'rives'],
    rows: 1800,
    days: 800,
  },
]

const MAP: WaitMap = {
  id: 'N° demande',
  repeats: 'first',
  opened: 'Date création',
  closed: 'Date clôture',
  status: { column: 'Statut', open: ['En cours'], closed: ['Clôturée'] },
  outcome: {
    column: 'Motif clôture',
    map: {
      'Travaux réalisés': 'repaired',
      'Sans suite': 'closed_without_repair',
      'Annulée par le locataire': 'withdrawn',
      'Transmise au prestataire': 'transferred',
    },
  },
  place: 'Résidence',
  category: 'Famille',
  timeZone: 'Europe/Paris',
}

/** The same while people already look around: a start does not wait for files to be read. @returns how to stop. */
export function plantSourcesMeanwhile(logins: Logins, now: Date): () => Promise<void> {
  const stop = new AbortController()
  const planted = plantSources(logins, dayIn(now), now, stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) console.error(`invented sources: ${withoutContents(error)}`)
  })
  return async () => {
    stop.abort()
    await planted
  }
}

/**
 * Loads the invented extracts by the path that any file takes, once the neighbourhood is there: those that a start
 * before this one did not finish to read, and none that was read or taken away.
 */
export async function plantSources(
  logins: Logins,
  today: CalendarDay,
  now: Date,
  signal = new AbortController().signal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'palier-seed-'))
  try {
    for (const extract of EXTRACTS) await plantExtract(logins, extract, { folder, today, now, signal })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Planting = {
  readonly folder: string
  readonly today: CalendarDay
  readonly now: Date
  readonly signal: AbortSignal
}

async function plantExtract(
  logins: Logins,
  extract: PlantedExtract,
  { folder, today, now, signal }: Planting,
): Promise<void> {
  signal.throwIfAborted()
  const scoped = <T>(work: Parameters<typeof inScope<T>>[2]): Promise<T> =>
    inScope(logins, actorOf(extract.by), work)
  const asOf = addDays(today, -4)
  const sourceId = await scoped((db) => unreadSource(db, extract, today, now))
  if (sourceId === undefined) return
  const path = join(folder, `${extract.key}.csv`)
  await writeFile(path, Buffer.from(extractText(extract, asOf), 'latin1'))
  const entry =
    extract.movedDaysAgo === undefined ? {} : { entry: { from: addDays(asOf, -extract.movedDaysAgo) } }
  const asked = {
    sourceId,
    path,
    name: `demandes-${asOf}.csv`,
    scope: 'whole',
    map: { ...MAP, ...entry },
    asOf: { day: asOf, instant: null },
  } as const
  must(await importFile(scoped, asked, { now, memoryMb: 256, signal }))
}

/** The source to read this extract into; undefined when it was read, or taken away. */
async function unreadSource(
  db: ScopedDb,
  extract: PlantedExtract,
  today: CalendarDay,
  now: Date,
): Promise<string | undefined> {
  const before = await fateOfSourceNamed(db, extract.name)
  if (before) return before.fate === 'unread' ? before.id : undefined
  const agreement = must(await recordAgreement(db, agreementOf(extract, today), now))
  const institutionId = extract.landlord === undefined ? null : seedId('institution', extract.landlord)
  return must(await createSource(db, { name: extract.name, agreementId: agreement, institutionId }, now))
}

const agreementOf = ({ title, giver, purpose }: PlantedExtract, today: CalendarDay) => ({
  title,
  giver,
  purpose,
  validFrom: calendarDay(`${partsOf(today).year}-01-01`),
  validUntil: calendarDay(`${partsOf(today).year + 1}-12-31`),
  allowedColumns: [],
})

function must<T>(done: { ok: true; value: T } | { ok: false; refusal: { because: string } }): T {
  if (!done.ok) throw new Error(`an invented extract is refused: ${done.refusal.because}`)
  return done.value
}

function actorOf(key: string): Actor {
  const person = DEMO_PEOPLE.find((known) => known.key === key)
  const space = SPACES.find((known) => known.key === person?.space)
  if (!person || !space) throw new Error(`nobody is called ${key}`)
  return {
    accountId: demoAccountId(key),
    accountName: person.name,
    spaceId: seedId('space', space.key),
    spaceName: space.name,
    kind: space.kind,
    institutionId: seedId('institution', space.key),
    circles: person.circles,
  }
}
