import { formatDay } from '../../ui/format.fr.ts'
import { LETTER_KINDS } from '../domain/letter-facts.ts'
import type { KeptLetter } from '../store.ts'
import { KIND_WORDS, SENT_WORDS } from '../words.fr.ts'

type Props = {
  readonly complaintId: string
  readonly problem: string
  readonly letters: readonly KeptLetter[]
}

/** Which letter to write, and those already written. */
export const LettersPage = ({ complaintId, problem, letters }: Props) => (
  <>
    <h1>Lettres</h1>
    <p class="lead">
      <bdi>{problem}</bdi>
    </p>
    <h2>Préparer une lettre</h2>
    <p>
      Elle reprend le fil et les délais de la réclamation. Rien ne part d’ici&#8239;: vous l’imprimez ou la
      copiez.
    </p>
    <ul>
      {LETTER_KINDS.map((kind) => (
        <li key={kind}>
          <a href={`/reclamations/${complaintId}/lettres/${KIND_WORDS[kind].slug}`}>
            {KIND_WORDS[kind].name}
          </a>
          <br />
          <span class="quiet">{KIND_WORDS[kind].when}</span>
        </li>
      ))}
    </ul>
    <h2>Le dossier</h2>
    <p>
      <a href={`/reclamations/${complaintId}/dossier`}>Télécharger le dossier à imprimer (PDF)</a>
      <br />
      <span class="quiet">
        Le fil entier, les deux durées, les délais et les pièces, à la date d’aujourd’hui.
      </span>
    </p>
    {letters.length === 0 ? null : (
      <>
        <h2>Lettres déjà préparées</h2>
        <ul>
          {letters.map((each) => (
            <li key={each.id}>
              <a href={`/lettres/${each.id}`}>
                {KIND_WORDS[each.kind].name}, {each.letter.placeAndDay.replace(/^.*\ble /i, '')}
              </a>
              {' — '}
              {each.sent
                ? `envoyée le ${formatDay(each.sent.on)}, ${SENT_WORDS[each.sent.how]}`
                : 'pas encore envoyée'}
            </li>
          ))}
        </ul>
      </>
    )}
    <p>
      <a href={`/reclamations/${complaintId}`}>Revenir à la réclamation</a>
    </p>
  </>
)
