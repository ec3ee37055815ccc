import type { Explorer } from '../domain/explorer.ts'
import { explorerHref, type ExplorerQuestion } from '../domain/explorer-question.ts'

/** A figure about a landlord always keeps the place of the landlord's answer. */
export const Reply = ({ explorer: { landlord, origin } }: { explorer: Explorer }) => (
  <section class="reply" aria-labelledby="reponse">
    <h2 id="reponse">Réponse du bailleur{landlord === null ? '' : ` · ${landlord}`}</h2>
    <p class="small">
      {origin?.clock === 'landlord'
        ? 'Ces chiffres restent dans cet espace. Avant d’en publier un, invitez le bailleur à répondre\u202f: sa réponse paraîtra ici, en entier et sans retouche.'
        : 'Ces attentes sont dites par les locataires. Le bailleur peut y répondre avant toute publication\u202f: sa réponse paraîtra ici, en entier et sans retouche.'}
    </p>
  </section>
)

const FILES = [
  ['.svg', 'Dessin (SVG)'],
  ['.png', 'Image (PNG)'],
  ['.csv', 'Tableau (CSV)'],
  ['.json', 'Données (JSON)'],
  ['.pdf', 'Une page (PDF)'],
] as const

export const TakeAway = ({
  explorer: { question },
  mayTakeExact,
}: {
  explorer: Explorer
  mayTakeExact: boolean
}) => (
  <section aria-labelledby="emporter">
    <h2 id="emporter">Emporter</h2>
    <ul>
      {FILES.map(([ending, label]) => (
        <li key={ending}>
          <a href={explorerHref(question, {}, ending)}>{label}</a>
        </li>
      ))}
    </ul>
    <p class="small">
      Ce qui sort est protégé{'\u202f'}: par tranches d’au moins cinq sorties, et rien d’un groupe de moins de
      dix. Le fichier dit ce qui a été regroupé.
    </p>
    {mayTakeExact ? (
      <p class="small">
        Pour l’usage de cet espace seulement, et notée au journal{'\u202f'}: la{' '}
        <a href={exactHref(question, '.csv')}>table exacte (CSV)</a> ou les{' '}
        <a href={exactHref(question, '.json')}>données exactes (JSON)</a>.
      </p>
    ) : null}
  </section>
)

const exactHref = (question: ExplorerQuestion, ending: string): string => {
  const href = explorerHref(question, {}, ending)
  return `${href}${href.includes('?') ? '&' : '?'}exact=oui`
}
