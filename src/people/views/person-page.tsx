import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PersonFile } from '../actions/everything-held.ts'
import { runningFor } from '../domain/consent.ts'
import type { Person } from '../domain/person.ts'
import { isCurrent } from '../domain/stay.ts'
import { LANGUAGE_NAMES, REACH_NAMES } from '../words.fr.ts'
import { Agreements } from './agreements.tsx'
import { HomeLink } from './place-line.tsx'

/** What the circles of whoever reads let them do. */
export type May = {
  readonly join: boolean
  readonly export: boolean
  readonly decide: boolean
  readonly record: boolean
}
type Props = { readonly file: PersonFile; readonly may: May }

export const PersonPage = ({ file, may }: Props) => {
  const { person, joined } = file
  const wasKept = file.consents.some((c) => c.purpose === 'kept')
  return (
    <>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      {wasKept && runningFor(file.consents, 'kept').length === 0 ? (
        <NoLongerKept person={person} may={may} />
      ) : null}
      <DefinitionList items={factsOf(person)} />
      {joined.length === 0 ? null : <Joined people={joined} />}
      <div class="acts">
        <a class="btn" href={`/personnes/${person.id}/modifier`}>
          Modifier
        </a>
        {may.record ? (
          <a class="btn second" href={recordPath(file)}>
            Noter une réclamation
          </a>
        ) : null}
      </div>
      <section class="part">
        <h2>Logement et depuis quand</h2>
        <Stays file={file} editable />
        <a class="btn second" href={`/personnes/${person.id}/logements`}>
          Ajouter un logement
        </a>
      </section>
      <section class="part" id="accords">
        <h2>Ses accords</h2>
        <Agreements personId={person.id} consents={file.consents} />
      </section>
      <Acts person={person} may={may} />
    </>
  )
}

/** Opens on the home where they live, when one is known. */
function recordPath({ person, stays }: PersonFile): string {
  const home = stays.find(isCurrent)?.homeId
  const there = home === undefined ? '' : `&logement=${home}`
  return `/reclamations/nouvelle?personne=${person.id}${there}`
}

export function factsOf(person: Person) {
  return [
    ...(person.phone === '' ? [] : [{ term: 'Téléphone', value: <span class="num">{person.phone}</span> }]),
    ...(person.email === '' ? [] : [{ term: 'Courriel', value: <bdi>{person.email}</bdi> }]),
    { term: 'Langue', value: LANGUAGE_NAMES[person.language] },
    { term: 'À joindre de l’extérieur', value: REACH_NAMES[person.reachBy] },
    { term: 'Dernier contact', value: formatDay(person.lastContactOn) },
    ...(person.note === '' ? [] : [{ term: 'Note', value: <bdi>{person.note}</bdi> }]),
  ]
}

const NoLongerKept = ({ person, may }: { person: Person; may: May }) => (
  <Notice tone="lamp">
    <p>
      Cette personne ne veut plus que l’union garde ses coordonnées.{' '}
      {may.decide ? (
        <a href={`/personnes/${person.id}/effacer`}>Effacer sa fiche</a>
      ) : (
        'Demandez au bureau d’effacer sa fiche.'
      )}
    </p>
  </Notice>
)

const Joined = ({ people }: { people: readonly Person[] }) => (
  <p>
    Réunie avec{' '}
    {people.map((person, i) => (
      <span key={person.id}>
        {i > 0 ? ', ' : null}
        <bdi>{[person.name, person.phone, person.email].filter((part) => part !== '').join(' · ')}</bdi>
      </span>
    ))}
  </p>
)

export const Stays = ({ file, editable = false }: { file: PersonFile; editable?: boolean }) =>
  file.stays.length === 0 ? (
    <p>Aucun logement n’est noté.</p>
  ) : (
    <ul>
      {file.stays.map((stay) => (
        <li key={stay.id}>
          {stay.place ? <HomeLink place={stay.place} /> : 'un logement'}
          {stay.since ? <> · depuis : {sayApproximateDay(stay.since)}</> : null}
          {stay.until ? <> · jusqu’à : {sayApproximateDay(stay.until)}</> : null}
          {editable ? (
            <>
              {' '}
              ·{' '}
              <a href={`/personnes/${file.person.id}/logements/${stay.id}`}>
                {stay.until ? 'Corriger' : 'Corriger ou noter un départ'}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )

const Acts = ({ person, may }: { person: Person; may: May }) =>
  !may.join && !may.export && !may.decide ? null : (
    <section class="part">
      <h2>Plus rarement</h2>
      <ul>
        {may.decide ? (
          <li>
            <a href={`/personnes/${person.id}/presenter`}>Présenter au bailleur comme porte-parole</a>
          </li>
        ) : null}
        {may.join ? (
          <li>
            <a href={`/personnes/${person.id}/reunir`}>Réunir avec une autre fiche, ou séparer</a>
          </li>
        ) : null}
        {may.export ? (
          <li>
            <a href={`/personnes/${person.id}/export`}>Tout ce que nous avons sur cette personne</a>
          </li>
        ) : null}
        {may.decide ? (
          <li>
            <a href={`/personnes/${person.id}/effacer`}>Effacer cette personne</a>
          </li>
        ) : null}
      </ul>
    </section>
  )
