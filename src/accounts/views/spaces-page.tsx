import { EmptyState } from '../../ui/empty-state.tsx'
import { Form } from '../../ui/form.tsx'

type Space = {
  readonly space_id: string
  readonly kind: string
  readonly space_name: string
  readonly circles: readonly string[]
  readonly requires_second_factor: boolean
}
type Props = {
  readonly spaces: readonly Space[]
  readonly here: string | undefined
  /** When this session gave its second factor. */
  readonly factor: Date | null
  readonly circleName: (kind: string, circle: string) => string
}

/** One space at a time: choosing is a gesture, so that nobody acts in the wrong one. */
export const SpacesPage = ({ spaces, here, factor, circleName }: Props) => (
  <>
    <h1>Vos espaces</h1>
    {spaces.length === 0 ? (
      <EmptyState sentence="Aucun espace ne vous est ouvert. Demandez une invitation à l’administration du vôtre." />
    ) : (
      <p class="lead">Un espace est un mur : ce qui est dans l’un ne se lit pas depuis l’autre.</p>
    )}
    {spaces.map((s) => (
      <section key={s.space_id} class="part" aria-labelledby={`espace-${s.space_id}`}>
        <h2 id={`espace-${s.space_id}`}>
          <bdi>{s.space_name}</bdi>
        </h2>
        <p>
          {s.circles.map((c) => circleName(s.kind, c)).join(', ')}
          {s.requires_second_factor && !factor ? ' · demande un second facteur' : null}
        </p>
        <Form action="/espaces">
          <input type="hidden" name="espace" value={s.space_id} />
          <div class="acts">
            <button class={s.space_id === here ? 'btn second' : 'btn'} type="submit">
              {s.space_id === here ? 'Y rester' : 'Y entrer'}
            </button>
          </div>
        </Form>
      </section>
    ))}
  </>
)
