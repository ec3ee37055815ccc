import { formatCount } from '../../ui/format.fr.ts'
import type { CampaignView } from '../actions/campaign-view.ts'

/** What came and cannot be read yet: nothing of it is lost, and somebody can do something about it. */
export const SetAsideList = ({ setAside }: Pick<CampaignView, 'setAside'>) =>
  setAside.length === 0 ? null : (
    <section>
      <h2>Arrivé, et pas encore lisible</h2>
      <ul>
        {setAside.map(({ because, form, n }) => (
          <li key={`${because} ${form}`}>{sayWhy(because, form, n)}</li>
        ))}
      </ul>
    </section>
  )

function sayWhy(because: string, form: string, n: number): string {
  const [some, came] = [formatCount(n, 'réponse'), formatCount(n, 'envoi')]
  if (because === 'unknown_form')
    return `${some} à un questionnaire qui n’est pas connu ici (empreinte ${form.slice(0, 12)}…)\u202f: publiez-le dans Questionnaires, et elles se liront d’elles-mêmes.`
  if (because === 'unknown_kind')
    return `${came} d’un téléphone plus récent que ce serveur\u202f: mettez Palier à jour, rien n’est perdu.`
  if (because === 'id_used_before')
    return `${came} sous un numéro déjà pris\u202f: le premier est lu, les deux sont gardés.`
  return `${came} qui ne se comprennent pas\u202f: gardés tels quels, signalez-le à qui tient ce serveur.`
}
