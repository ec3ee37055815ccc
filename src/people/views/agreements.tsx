import { deBefore, formatDay } from '../../ui/format.fr.ts'
import { Form } from '../../ui/form.tsx'
import { type Consent, type Purpose, PURPOSES, runningFor } from '../domain/consent.ts'
import { currentWording, wordingOf } from '../domain/consent-wordings.fr.ts'

type Props = { readonly personId: string; readonly consents: readonly Consent[] }

/** One agreement, one sentence, one button: giving and taking back are the same gesture. */
export const Agreements = ({ personId, consents }: Props) => (
  <>
    {PURPOSES.map((purpose) => (
      <Agreement
        key={purpose}
        personId={personId}
        purpose={purpose}
        consents={consents.filter((c) => c.purpose === purpose)}
      />
    ))}
  </>
)

function Agreement({ personId, purpose, consents }: Props & { readonly purpose: Purpose }) {
  const isGiven = runningFor(consents, purpose).length > 0
  const wording = currentWording(purpose)
  return (
    <Form action={`/personnes/${personId}/accords`} label={wording.title}>
      <h3>{wording.title}</h3>
      <p>{wording.text}</p>
      <History consents={consents} />
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="act" value={isGiven ? 'withdraw' : 'give'} />
      <div class="acts">
        <button class="btn second" type="submit">
          {isGiven ? 'Retirer cet accord' : 'Noter cet accord'}
        </button>
      </div>
    </Form>
  )
}

const History = ({ consents }: { consents: readonly Consent[] }) =>
  consents.length === 0 ? (
    <p class="quiet">Pas donné.</p>
  ) : (
    <ul>
      {consents.map((consent) => (
        <li key={consent.id}>
          Donné le {formatDay(consent.givenOn)}
          {consent.withdrawnOn ? `, retiré le ${formatDay(consent.withdrawnOn)}` : ''} (version{' '}
          {wordingOf(consent.purpose, consent.wordingVersion)?.version ?? consent.wordingVersion})
        </li>
      ))}
    </ul>
  )

export const AgreementsPage = ({ name, personId, consents }: Props & { readonly name: string }) => (
  <>
    <h1>
      Les accords {deBefore(name)}
      <bdi>{name}</bdi>
    </h1>
    <h2>Ce que la personne accepte</h2>
    <Agreements personId={personId} consents={consents} />
    <p>
      <a href={`/personnes/${personId}`}>Revenir à la fiche</a>
    </p>
  </>
)
