import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { currentWording } from '../../people/domain/consent-wordings.fr.ts'
import { runningFor } from '../../people/domain/consent.ts'
import { State } from '../../ui/chip.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import type { OpenComplaint } from '../actions/open-complaint.ts'
import { ASKED_PURPOSES } from '../domain/asked-purposes.ts'

type Props = { readonly open: OpenComplaint; readonly today: CalendarDay }

/** Who follows it here and when to come back to it; who tells it, and what they agreed to. */
export const CareAndTeller = ({ open, today }: Props) => {
  const { complaint } = open
  return (
    <div class="cols even">
      <section class="part" aria-labelledby="suivi">
        <h2 id="suivi">Qui suit, ici</h2>
        <DefinitionList
          items={[
            { term: 'Confiée à', value: <bdi>{complaint.assignee ?? 'personne pour l’instant'}</bdi> },
            { term: 'À relancer le', value: <FollowUp day={complaint.followUpOn} today={today} /> },
            ...(complaint.since
              ? [{ term: 'Le problème dure depuis', value: sayApproximateDay(complaint.since) }]
              : []),
            { term: 'Bailleur', value: <bdi>{complaint.landlord.name}</bdi> },
          ]}
        />
        <p>
          <a href={`/reclamations/${complaint.id}/suivi-interne`}>Changer qui suit, ou quand relancer</a>
        </p>
      </section>
      <section class="part" aria-labelledby="qui">
        <h2 id="qui">Qui le dit</h2>
        <Teller open={open} />
        <p>
          <a href={`/reclamations/${complaint.id}/code`}>Le code avec lequel le foyer suit sa réclamation</a>
        </p>
        {open.thread.some(({ byCode }) => byCode !== undefined) ? (
          <p>
            <a href={`/reclamations/${complaint.id}/actes-par-code`}>Ce que le foyer a noté par son code</a>
          </p>
        ) : null}
      </section>
    </div>
  )
}

const FollowUp = ({ day, today }: { day: CalendarDay | undefined; today: CalendarDay }) => {
  if (!day) return <>pas de date</>
  return day < today ? <State tone="late">{`${formatDay(day)}, passé`}</State> : <>{formatDay(day)}</>
}

const Teller = ({ open: { person, consents } }: { open: OpenComplaint }) => {
  if (!person) return <p>Personne n’est noté.</p>
  const given = ASKED_PURPOSES.filter((purpose) => runningFor(consents, purpose).length > 0)
  return (
    <>
      <p>
        <a href={`/personnes/${person.id}`}>
          <bdi>{person.name}</bdi>
        </a>
        {person.phone === '' ? null : (
          <>
            {' '}
            · <span class="num">{person.phone}</span>
          </>
        )}
      </p>
      {given.length === 0 ? (
        <p>Aucun accord n’est donné.</p>
      ) : (
        <ul>
          {given.map((purpose) => (
            <li key={purpose}>{currentWording(purpose).title}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/personnes/${person.id}#accords`}>Ses accords, à donner ou retirer</a>
      </p>
    </>
  )
}
