import { type Door, fieldsOf } from '../../access/door.ts'
import type { SpaceKind } from '../../db/logins.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import type { SentRow } from '../store/passages.ts'
import { circleName, fieldWords, purposeWords, spaceKindWords } from '../words.fr.ts'
import { dayOf } from './day-of.ts'
import { type Pictures, Projection } from './projection.tsx'

type Props = {
  readonly doors: readonly Door[]
  readonly pictures: Pictures
  readonly kind: SpaceKind
  readonly sent: readonly SentRow[]
  /** Only those who handle contents see what left; only those who decide may take it back. */
  readonly showsSent: boolean
  readonly decides: boolean
  readonly form: FormState
}

/** Every opening of every wall, what crosses it, and what left this space. */
export const DoorsPage = ({ doors, pictures, kind, sent, showsSent, decides, form }: Props) => (
  <>
    <h1>Les portes</h1>
    <p class="lead">
      Un espace est un mur. Voici toutes ses ouvertures{'\u202f'}: qui décide, et ce qui passe, champ par
      champ. Rien d’autre ne passe.
    </p>
    <ErrorSummary form={form} />
    {showsSent ? <Sent doors={doors} pictures={pictures} sent={sent} decides={decides} /> : null}
    <section class="part" aria-labelledby="d-ici">
      <h2 id="d-ici">Depuis un espace comme le vôtre</h2>
      <DoorList doors={doors.filter((d) => d.from === kind)} />
    </section>
    <section class="part" aria-labelledby="d-ailleurs">
      <h2 id="d-ailleurs">Depuis les autres espaces</h2>
      <DoorList doors={doors.filter((d) => d.from !== kind)} />
    </section>
  </>
)

const DoorList = ({ doors }: { doors: readonly Door[] }) =>
  doors.length === 0 ? (
    <EmptyState sentence="Aucune porte." />
  ) : (
    <>
      {doors.map((d) => (
        <article key={d.name} aria-labelledby={`porte-${d.name}`}>
          <h3 id={`porte-${d.name}`}>{d.title}</h3>
          <p>{d.why}</p>
          <DefinitionList items={factsOf(d)} />
        </article>
      ))}
    </>
  )

const factsOf = (door: Door) => [
  { term: 'De', value: spaceKindWords[door.from] ?? door.from },
  { term: 'Vers', value: spaceKindWords[door.to] ?? door.to },
  { term: 'Décide', value: circleName(door.from, door.decidedBy) },
  { term: 'Ce qui passe', value: wordsOfFields(door) },
  {
    term: 'Accord nécessaire',
    value:
      door.reliesOn.length === 0
        ? 'aucun accord de personne'
        : door.reliesOn.map((p) => purposeWords[p] ?? p).join(', '),
  },
]

const wordOf = (field: string): string => fieldWords[field] ?? field

/** «tiers[].name» and «tiers[].homes» are read «tiers (nom, nombre de logements)». */
function wordsOfFields(door: Door): string {
  const paths = fieldsOf(door).map((field) => field.replaceAll(/\[\d*\]/g, '').split('.'))
  return [...Map.groupBy(paths, ([head = '']) => head)]
    .map(([head, own]) => {
      const inside = own
        .filter(([, ...rest]) => rest.length > 0)
        .map(([, ...rest]) => rest.map(wordOf).join(' · '))
      return inside.length === 0 ? wordOf(head) : `${wordOf(head)} (${inside.join(', ')})`
    })
    .join(', ')
}

const Sent = ({ doors, pictures, sent, decides }: Pick<Props, 'doors' | 'pictures' | 'sent' | 'decides'>) => (
  <section class="part" aria-labelledby="sorti">
    <h2 id="sorti">Ce qui est sorti de cet espace</h2>
    {sent.length === 0 ? <EmptyState sentence="Rien n’est encore sorti de cet espace." /> : null}
    {sent.map((s) => (
      <SentOne
        key={s.id}
        sent={s}
        door={doors.find((d) => d.name === s.door)}
        pictures={pictures}
        decides={decides}
      />
    ))}
  </section>
)

type SentProps = {
  readonly sent: SentRow
  readonly door: Door | undefined
  readonly pictures: Pictures
  readonly decides: boolean
}

const SentOne = ({ sent, door, pictures, decides }: SentProps) => (
  <article aria-labelledby={`sorti-${sent.id}`}>
    <h3 id={`sorti-${sent.id}`}>{door?.title ?? sent.door}</h3>
    <p>
      Vers <bdi>{sent.to_name ?? 'le public'}</bdi>, le {dayOf(sent.sent_at)}
    </p>
    {sent.undone_at === null ? (
      <Projection projection={sent.projection} door={door} pictures={pictures} />
    ) : null}
    <TakenBack sent={sent} title={door?.title ?? sent.door} decides={decides} />
  </article>
)

type TakenBackProps = { readonly sent: SentRow; readonly title: string; readonly decides: boolean }

function TakenBack({ sent, title, decides }: TakenBackProps) {
  if (sent.undone_at !== null) return <p class="quiet">Repris le {dayOf(sent.undone_at)}.</p>
  if (!decides) return null
  return (
    <Form>
      <input type="hidden" name="passage" value={sent.id} />
      <div class="acts">
        <button class="btn second" type="submit">
          Reprendre
          <span class="hidden">{`\u202f: ${title}, sorti le ${dayOf(sent.sent_at)}`}</span>
        </button>
      </div>
    </Form>
  )
}
