import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, Field, Form, type FormState, Tick } from '../../ui/form.tsx'

const WORDS = ['entrée', 'montée', 'allée', 'cage']

export const SettingsPage = ({ form }: { form: FormState }) => (
  <>
    <h1>Réglages de l’espace</h1>
    <ErrorSummary form={form} />
    <Form>
      <Field form={form} name="name" label="Nom de l’espace" maxLength={600} required />
      <Choice
        form={form}
        name="staircase_word"
        legend={'Comment dit-on ici pour l’escalier d’un bâtiment\u202f?'}
        options={WORDS.map((value) => ({ value, label: value }))}
      />
      <Tick
        form={form}
        name="requires_second_factor"
        label="Exiger un second facteur de chacun·e"
        small="Chaque membre devra en ajouter un avant d’entrer. Ajoutez d’abord le vôtre dans votre compte."
      />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
        <a href="/espace">Ne rien changer</a>
      </div>
    </Form>
  </>
)
