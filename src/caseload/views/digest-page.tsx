import { Form } from '../../ui/form.tsx'

/** What the letter says, and the choice to receive it. */
export const DigestPage = ({ refused }: { refused: boolean }) => (
  <>
    <h1>Le courriel du matin</h1>
    <p>
      Après 7 heures, s’il y a de quoi, un courriel dit combien de réclamations vous sont à relancer et
      combien de promesses sont passées, parmi celles qui vous sont confiées. Les personnes qui organisent y
      lisent aussi celles qui ne sont confiées à personne. Il ne dit ni lieu, ni nom, ni problème.
    </p>
    <p>
      <strong>
        {refused ? 'Vous ne le recevez pas.' : 'Vous le recevez les jours où quelque chose vous attend.'}
      </strong>
    </p>
    <Form action="/reclamations/courriel" label="Recevoir le courriel du matin">
      <input type="hidden" name="recevoir" value={refused ? 'oui' : 'non'} />
      <button class="btn second" type="submit">
        {refused ? 'Le recevoir de nouveau' : 'Ne plus le recevoir'}
      </button>
    </Form>
    <p>
      <a href="/reclamations">La liste des réclamations</a>
    </p>
  </>
)
