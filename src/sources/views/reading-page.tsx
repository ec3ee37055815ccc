import { DefinitionList } from '../../ui/definition-list.tsx'
import { Form } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import type { ReadingState } from './reading-words.fr.ts'
import { sayPace, sayShare } from './reading-words.fr.ts'

export type ShownReading = {
  readonly sourceId: string
  readonly fileName: string
  readonly state: ReadingState
  readonly rowsRead: number
  /** Unknown until the whole file was gone through once. */
  readonly rowsTotal: number | undefined
  readonly seconds: number
  readonly stopAsked: boolean
  /** Why it failed, already said in words. */
  readonly failure: string | undefined
  /** Whether the page asks again by itself. */
  readonly refreshes: boolean
}

/** How a reading goes, at the moment the page was asked for; the page asks again by itself while it goes on. */
export const ReadingPage = (r: ShownReading) => (
  <>
    <h1>{TITLES[r.state]}</h1>
    {r.state === 'reading' ? <Underway {...r} /> : <Ended {...r} />}
  </>
)

const TITLES: Readonly<Record<ReadingState, string>> = {
  reading: 'Lecture en cours',
  interrupted: 'Lecture interrompue',
  stopped: 'Lecture arrêtée',
  failed: 'Le fichier n’a pas été lu',
  done: 'Lecture finie',
}

const Underway = (r: ShownReading) => {
  const isWritten = r.rowsTotal !== undefined && r.rowsRead >= r.rowsTotal
  return (
    <>
      <p class="lead">{r.stopAsked ? ASKED_TO_STOP : isWritten ? COMPARING : MAY_LEAVE}</p>
      {r.rowsTotal === undefined ? null : (
        <progress max={r.rowsTotal} value={r.rowsRead} aria-label="Lignes lues">
          {sayShare(r.rowsRead, r.rowsTotal)}
        </progress>
      )}
      <DefinitionList items={figuresOf(r)} />
      <p class="quiet">
        {r.refreshes
          ? 'La page se met à jour toutes les trois secondes. '
          : 'La page ne se met plus à jour seule. '}
        {r.refreshes ? (
          <a href={`/sources/${r.sourceId}/lecture?fixe=1`}>Ne plus la mettre à jour</a>
        ) : (
          <a href={`/sources/${r.sourceId}/lecture`}>La mettre à jour</a>
        )}
      </p>
      {r.stopAsked ? null : (
        <Form action={`/sources/${r.sourceId}/lecture`} label="Arrêter la lecture">
          <div class="acts">
            <button class="btn second" type="submit">
              Arrêter la lecture
            </button>
          </div>
        </Form>
      )}
    </>
  )
}

const ASKED_TO_STOP = 'L’arrêt est demandé\u202f: Palier finit ce qu’il tient.'
const COMPARING =
  'Toutes les lignes sont lues\u202f: Palier les compte, les compare au fichier d’avant s’il y en a un, puis écrit.'
const MAY_LEAVE = 'Vous pouvez quitter cette page\u202f: la lecture continue.'

const figuresOf = (r: ShownReading) => [
  { term: 'Fichier', value: <bdi>{r.fileName}</bdi> },
  ...sayPace(r.rowsRead, r.rowsTotal, r.seconds),
]

const Ended = (r: ShownReading) => (
  <>
    <Notice tone={r.state === 'done' ? 'moss' : 'lamp'}>
      <p>{sentenceOf(r)}</p>
    </Notice>
    <div class="acts">
      {r.state === 'done' ? null : (
        <a class="btn" href={`/sources/${r.sourceId}/colonnes`}>
          Revoir les colonnes et relire
        </a>
      )}
      <a class="btn second" href={`/sources/${r.sourceId}`}>
        La source
      </a>
    </div>
  </>
)

function sentenceOf(r: ShownReading): string {
  if (r.state === 'done') return `${formatCount(r.rowsRead, 'ligne lue', 'lignes lues')}.`
  if (r.state === 'stopped')
    return 'Vous l’avez arrêtée\u202f: rien de ce fichier n’a été gardé, et la source est telle qu’avant.'
  if (r.state === 'interrupted')
    return 'Palier s’est arrêté pendant la lecture\u202f: rien de ce fichier n’a été gardé, et la source est telle qu’avant. Relancez-la.'
  return r.failure ?? 'Rien de ce fichier n’a été gardé, et la source est telle qu’avant.'
}
