import * as v from 'valibot'
import { typedLine } from '../../kernel/typed-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { LONGEST_VIEW_NAME, type SavedView } from '../domain/saved-view.ts'
import type { ViewRefusal } from '../actions/keep-view.ts'

/** The form and its sentences stand beside the page that asks. */
export const SavedViewForm = v.object({
  name: v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.minLength(1, 'Donnez un nom à cette liste, par exemple «\u202fChauffage, Tilleuls\u202f».'),
    v.check(
      (name) => Array.from(name).length <= LONGEST_VIEW_NAME,
      'Ce nom est trop long\u202f: gardez 100 caractères.',
    ),
  ),
  query: v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(1000, 'Cette liste a trop de filtres\u202f: enlevez-en.'),
  ),
})

export const VIEW_REFUSALS: Record<ViewRefusal['because'], string> = {
  name_taken: 'Une de vos vues a déjà ce nom. Choisissez-en un autre.',
  too_many_views: 'Vous avez déjà 50 vues. Retirez-en une d’abord.',
  no_such_view: 'Cette vue n’existe plus.',
}

const NameField = ({ form }: { form: FormState }) => (
  <Field
    form={form}
    name="name"
    label="Nom de la vue"
    hint="Vous seul·e la voyez."
    maxLength={LONGEST_VIEW_NAME}
    required
  />
)

const LABELS = { name: 'Nom de la vue' }

export const NewViewPage = ({ form, asked }: { form: FormState; asked: readonly string[] }) => (
  <>
    <h1>Garder cette liste</h1>
    <ErrorSummary form={form} labels={LABELS} />
    <p>
      {asked.length === 0 ? 'Toutes les attentes en cours.' : `Filtres\u202f: ${asked.join(', ')}.`} La vue
      garde les filtres, pas les réclamations{'\u202f'}: chaque fois, elle montre où l’on en est ce jour-là.
    </p>
    <Form action="/reclamations/vues/nouvelle" sheet label="Nommer la vue">
      <input type="hidden" name="query" value={form.values['query'] ?? ''} />
      <NameField form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Garder
        </button>
      </div>
    </Form>
  </>
)

export const ViewsPage = ({ views }: { views: readonly SavedView[] }) => (
  <>
    <h1>Vos vues</h1>
    {views.length === 0 ? (
      <EmptyState
        sentence={
          'Aucune vue. Choisissez des filtres sur la liste des réclamations, puis «\u202fGarder cette liste\u202f».'
        }
      />
    ) : (
      <ul>
        {views.map(({ id, name, query }) => (
          <li key={id}>
            <a href={`/reclamations${query === '' ? '' : `?${query}`}`}>
              <bdi>{name}</bdi>
            </a>{' '}
            ·{' '}
            <a href={`/reclamations/vues/${id}`}>
              renommer ou retirer<span class="hidden"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href="/reclamations">Revenir à la liste</a>
    </p>
  </>
)

export const EditViewPage = ({ form, view }: { form: FormState; view: SavedView }) => (
  <>
    <h1>
      <bdi>{view.name}</bdi>
    </h1>
    <ErrorSummary form={form} labels={LABELS} />
    <Form action={`/reclamations/vues/${view.id}`} sheet label="Renommer la vue">
      <NameField form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Renommer
        </button>
      </div>
    </Form>
    <Form action={`/reclamations/vues/${view.id}/retirer`} label="Retirer la vue">
      <p>Retirer la vue n’efface aucune réclamation.</p>
      <button class="btn second" type="submit">
        Retirer cette vue
      </button>
    </Form>
  </>
)
