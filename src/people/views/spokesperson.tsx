import { DefinitionList } from '../../ui/definition-list.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import { Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Estate, Presentation } from '../actions/present-spokesperson.ts'
import type { Person } from '../domain/person.ts'
import type { SpokespersonProjection } from '../doors.ts'
import { REACH_NAMES } from '../words.fr.ts'

/** What a landlord reads of somebody who agreed to speak for their neighbours. */
export const PresentedSpokesperson = ({ name, reachBy, reachAt, estate }: SpokespersonProjection) => (
  <DefinitionList
    items={[
      { term: 'Nom', value: <bdi>{name}</bdi> },
      { term: 'Résidence', value: <bdi>{estate}</bdi> },
      {
        term: 'À joindre',
        value:
          reachAt === '' ? REACH_NAMES[reachBy] : <bdi>{`${REACH_NAMES[reachBy]}\u202f: ${reachAt}`}</bdi>,
      },
    ]}
  />
)

type Props = {
  readonly form: FormState
  readonly person: Person
  readonly estate: Estate | undefined
  readonly preview: Presentation | undefined
  /** Whether the landlord has a desk that receives. */
  readonly hasDesk: boolean
  /** Why nothing may leave, in French. */
  readonly obstacle: string | undefined
}

export const PresentPage = ({ form, person, estate, preview, hasDesk, obstacle }: Props) => (
  <>
    <h1>
      Présenter <bdi>{person.name}</bdi> au bailleur
    </h1>
    <ErrorSummary form={form} />
    {obstacle === undefined ? null : (
      <Notice tone="lamp">
        <p>{obstacle}</p>
      </Notice>
    )}
    {preview && estate ? <Preview preview={preview} estate={estate} hasDesk={hasDesk} /> : null}
    <p>
      <a href={`/personnes/${person.id}`}>Revenir à la fiche</a>
    </p>
  </>
)

type PreviewProps = { readonly preview: Presentation; readonly estate: Estate; readonly hasDesk: boolean }

const Preview = ({ preview, estate, hasDesk }: PreviewProps) => (
  <>
    <p>
      Voici exactement ce que <bdi>{estate.landlordName}</bdi> lira, et rien d’autre. Si la personne retire
      son accord, c’est repris aussitôt.
    </p>
    {hasDesk ? null : (
      <Notice tone="lamp">
        <p>
          <bdi>{estate.landlordName}</bdi> n’a pas encore de guichet dans Palier{'\u202f'}: une présentation
          attend qu’il en ouvre un, et d’ici là personne ne la lit.
        </p>
      </Notice>
    )}
    <div class="sheet">
      <PresentedSpokesperson {...preview.projection} />
    </div>
    {preview.standing.length === 0 ? (
      <Form>
        <input type="hidden" name="version" value={String(preview.person.version)} />
        <div class="acts">
          <button class="btn" type="submit">
            Présenter au bailleur
          </button>
        </div>
      </Form>
    ) : (
      preview.standing.map((passage) => (
        <Form key={passage.id} action={`/personnes/${preview.person.id}/reprendre`} label="Reprendre">
          <p>
            {hasDesk ? 'Présenté·e à ' : 'Décidé pour '}
            <bdi>{passage.toName}</bdi> le {formatInstant(passage.sentAt)}.
          </p>
          <input type="hidden" name="passage" value={passage.id} />
          <button class="btn second" type="submit">
            Reprendre cette présentation
          </button>
        </Form>
      ))
    )}
  </>
)
