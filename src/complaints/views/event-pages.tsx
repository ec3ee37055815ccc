import { type ComponentChildren, Fragment } from 'preact'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ThreadEvent } from '../domain/event.ts'
import type { EventKind } from '../domain/event-kinds.ts'
import { isOffered, KIND_FAMILIES } from '../domain/offered-kinds.ts'
import type { ThreadLine } from '../domain/thread-lines.ts'
import { KIND_WORDS } from '../words.fr.ts'
import { AttachmentFields } from './attachment-fields.tsx'
import { EVENT_LABELS, EventFields } from './event-fields.tsx'
import { sayVersion } from './thread-words.fr.ts'

const FAMILY_TITLES: Record<keyof typeof KIND_FAMILIES, string> = {
  ours: 'Le foyer ou l’union l’a dit',
  answered: 'Le bailleur a répondu',
  came: 'Quelqu’un est venu, ou devait venir',
  over: 'La fin, selon chacun',
  lived: 'Ce que le foyer vit',
}
const FAMILIES = ['ours', 'answered', 'came', 'over', 'lived'] as const

/** First what happened, among what can have happened: links, so that each kind has an address. */
export const ChooseKindPage = ({ path, thread }: { path: string; thread: readonly ThreadEvent[] }) => (
  <>
    <h1>Ajouter ce qui s’est passé</h1>
    {FAMILIES.map((family) => {
      const kinds = KIND_FAMILIES[family].filter((kind) => isOffered(kind, thread))
      return kinds.length === 0 ? null : (
        <Fragment key={family}>
          <h2>{FAMILY_TITLES[family]}</h2>
          <ul class="choices">
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={`${path}?genre=${kind}`}>{KIND_WORDS[kind].told}</a>
              </li>
            ))}
          </ul>
        </Fragment>
      )
    })}
  </>
)

type AddProps = { readonly form: FormState; readonly kind: EventKind; readonly back: string }

export const AddEventPage = ({ form, kind, back }: AddProps) => (
  <>
    <h1>{KIND_WORDS[kind].told}</h1>
    {kind === 'confirmed_gone' ? (
      <p>
        C’est au foyer de le dire : si c’est le bailleur qui le dit, notez plutôt des travaux faits ou une
        clôture.
      </p>
    ) : null}
    <ErrorSummary form={form} labels={EVENT_LABELS} />
    <Form files>
      <input type="hidden" name="genre" value={kind} />
      <EventFields form={form} kind={kind} />
      <AttachmentFields form={form} />
      <Acts back={back}>Ajouter au fil</Acts>
    </Form>
  </>
)

const Acts = ({ back, children }: { back: string; children: ComponentChildren }) => (
  <div class="acts">
    <button class="btn" type="submit">
      {children}
    </button>
    <a class="btn second" href={back}>
      Revenir au fil
    </a>
  </div>
)

type CorrectProps = {
  readonly form: FormState
  readonly line: ThreadLine
  /** Where the correction goes: to the line as it stands, or to the thread when it was taken back. */
  readonly action: string
  readonly back: string
  readonly meanwhile: boolean
  readonly understood?: string
}

export const CorrectEventPage = ({ form, line, action, back, meanwhile, understood }: CorrectProps) => (
  <>
    <h1>Corriger une ligne</h1>
    <ErrorSummary form={form} labels={EVENT_LABELS} />
    {meanwhile ? <Meanwhile line={line} /> : null}
    <p>
      La ligne dit maintenant : <bdi>{sayVersion(line.event)}</bdi>
    </p>
    <p class="small">Rien ne s’efface : le fil montrera les deux versions.</p>
    <Form action={action}>
      <input type="hidden" name="genre" value={line.event.kind} />
      <EventFields form={form} kind={line.event.kind} {...(understood === undefined ? {} : { understood })} />
      <Acts back={back}>{line.retraction ? 'Ajouter comme une nouvelle ligne' : 'Corriger'}</Acts>
    </Form>
  </>
)

const Meanwhile = ({ line }: { line: ThreadLine }) => (
  <Notice tone="lamp">
    <p>
      {line.retraction
        ? 'La ligne a été retirée. Vos mots sont gardés plus bas : les envoyer ajoutera une nouvelle ligne.'
        : 'Vos mots sont gardés plus bas : les envoyer remplacera ce que la ligne dit maintenant.'}
    </p>
  </Notice>
)

type RetractProps = Pick<CorrectProps, 'form' | 'line' | 'action' | 'back'>

export const RetractEventPage = ({ form, line, action, back }: RetractProps) => (
  <>
    <h1>Retirer une ligne</h1>
    <ErrorSummary form={form} labels={{ words: 'Pourquoi' }} />
    <p>
      <bdi>{sayVersion(line.event)}</bdi>
    </p>
    <p class="small">La ligne restera dans le fil, barrée, avec la raison. Elle ne comptera plus.</p>
    <Form action={action}>
      <Field
        form={form}
        name="words"
        label="Pourquoi"
        hint="Par exemple : notée dans la mauvaise réclamation."
        rows={2}
        maxLength={4000}
        required
      />
      <Acts back={back}>Retirer du fil</Acts>
    </Form>
  </>
)
