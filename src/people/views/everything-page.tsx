import { formatDay, formatInstant } from '../../ui/format.fr.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { EverythingHeld, HeldChapter } from '../actions/everything-held.ts'
import type { Consent } from '../domain/consent.ts'
import { wordingOf } from '../domain/consent-wordings.fr.ts'
import type { LineAbout, PassageOfPerson } from '../store/passages.ts'
import { sayCircles, sayLine } from '../words.fr.ts'
import { factsOf, Stays } from './person-page.tsx'

type Props = { readonly held: EverythingHeld; readonly spaceName: string; readonly on: string }

/** All that the union holds on somebody, to be printed and handed to them. */
export const EverythingPage = ({ held, spaceName, on }: Props) => (
  <>
    <h1>
      Tout ce que nous avons sur <bdi>{held.person.name}</bdi>
    </h1>
    <p class="lead">
      <bdi>{spaceName}</bdi>, le {on}. Vous pouvez demander que ce soit corrigé ou effacé, à tout moment.
    </p>
    <p class="acts">
      <a class="btn second" href={`/personnes/${held.person.id}/export.json`}>
        Télécharger (JSON)
      </a>
    </p>
    {[held.person, ...held.joined].map((person) => (
      <section class="part" key={person.id}>
        <h2>
          Fiche : <bdi>{person.name}</bdi>
        </h2>
        <DefinitionList items={factsOf(person)} />
      </section>
    ))}
    <section class="part">
      <h2>Logements</h2>
      <Stays file={held} />
    </section>
    <section class="part">
      <h2>Accords</h2>
      {held.consents.length === 0 ? <p>Aucun.</p> : <ul>{held.consents.map(ConsentLine)}</ul>}
    </section>
    {held.chapters.map(ChapterSection)}
    <section class="part">
      <h2>Ce qui est sorti de l’union</h2>
      {held.passages.length === 0 ? <p>Rien.</p> : <ul>{held.passages.map(PassageLine)}</ul>}
    </section>
    <section class="part">
      <h2>Qui a lu ou écrit</h2>
      <DataTable
        caption="Par cercle, jamais par nom"
        columns={LINE_COLUMNS}
        rows={held.lines}
        keyOf={(l) => `${l.at.toISOString()} ${l.verb} ${l.tableName}`}
      />
    </section>
  </>
)

const ChapterSection = ({ name, title, parts }: HeldChapter) => (
  <section class="part" key={name}>
    <h2>{title}</h2>
    {parts.length === 0 ? <p>Aucune.</p> : null}
    {parts.map((part) => (
      <section key={part.title}>
        <h3>
          <bdi>{part.title}</bdi>
        </h3>
        <ul>
          {part.lines.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </section>
)

const LINE_COLUMNS = [
  { header: 'Quand', cell: (line: LineAbout) => formatInstant(line.at) },
  { header: 'Quoi', cell: sayLine },
  { header: 'Cercle', cell: (line: LineAbout) => sayCircles(line.circles) },
]

const ConsentLine = (consent: Consent) => (
  <li key={consent.id}>
    {'«\u202f'}
    {wordingOf(consent.purpose, consent.wordingVersion)?.text ?? consent.purpose}
    {'\u202f»'} Donné le {formatDay(consent.givenOn)}
    {consent.withdrawnOn ? `, retiré le ${formatDay(consent.withdrawnOn)}` : ''}.
  </li>
)

const PassageLine = (passage: PassageOfPerson) => (
  <li key={passage.id}>
    À <bdi>{passage.toName}</bdi>, le {formatInstant(passage.sentAt)}
    {passage.undoneAt ? `\u202f; repris le ${formatInstant(passage.undoneAt)}` : ''}\u202f:{' '}
    <bdi>{passage.undoneAt ? 'contenu effacé' : contentsOf(passage.projection)}</bdi>
  </li>
)

const contentsOf = (projection: unknown): string =>
  typeof projection === 'object' && projection !== null
    ? Object.values(projection)
        .filter((v) => v !== '')
        .join(', ')
    : ''
