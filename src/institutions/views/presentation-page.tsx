import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState, Tick } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { WHAT_LENGTH } from '../domain/presentation.ts'
import { dayOf } from './day-of.ts'

type Props = {
  readonly form: FormState
  readonly estates: readonly { readonly id: string; readonly name: string }[]
  /** When what is public now went out; absent when nothing is. */
  readonly since: Date | undefined
}

export const PresentationPage = ({ form, estates, since }: Props) => (
  <>
    <h1>Se présenter au public</h1>
    <p class="lead">
      Un·e locataire peut ainsi trouver votre union et lui écrire. Vous verrez exactement ce qui sort avant de
      décider.
    </p>
    {since ? <Published since={since} /> : null}
    <ErrorSummary form={form} />
    <Form>
      <Field
        form={form}
        name="what"
        label="Ce que fait l’union, en deux phrases"
        rows={4}
        maxLength={2 * WHAT_LENGTH}
        required
      />
      <Field
        form={form}
        name="contact"
        type="email"
        label="Adresse à laquelle le public peut écrire"
        hint="Choisissez une adresse de l’union plutôt que celle d’une personne."
        required
      />
      {estates.length === 0 ? null : (
        <fieldset class="field">
          <legend>Résidences où l’union est présente</legend>
          {estates.map((e) => (
            <Tick key={e.id} form={form} name={`estate_${e.id}`} label={e.name} />
          ))}
        </fieldset>
      )}
      <div class="acts">
        <button class="btn" type="submit" name="act" value="preview">
          Voir ce qui va sortir
        </button>
        <a href="/espace">Ne rien publier</a>
      </div>
    </Form>
  </>
)

const Published = ({ since }: { since: Date }) => (
  <Notice tone="moss">
    <p>
      Votre présentation est publique depuis le {dayOf(since)}. <a href="/unions">La voir parmi les unions</a>
    </p>
    <Form label="Reprendre la présentation">
      <button class="btn second" type="submit" name="act" value="withdraw">
        Reprendre la présentation
      </button>
    </Form>
  </Notice>
)
