import type { MembershipRow } from '../store/members.ts'
import { circleWords } from '../words.fr.ts'

type Props = { readonly kind: string; readonly memberships: readonly MembershipRow[] }

/** Each circle: what it may do, and who is in it at this moment. */
export const CircleList = ({ kind, memberships }: Props) => (
  <>
    {Object.entries(circleWords[kind] ?? {}).map(([circle, { name, may }]) => {
      const members = memberships.filter((m) => m.circle === circle)
      return (
        <section key={circle} aria-labelledby={`cercle-${circle}`}>
          <h3 id={`cercle-${circle}`}>{name}</h3>
          <p class="quiet">{may}</p>
          {members.length === 0 ? (
            <p>Personne pour l’instant.</p>
          ) : (
            <ul>
              {members.map((m) => (
                <li key={m.id}>
                  <bdi>{m.account_name}</bdi>
                </li>
              ))}
            </ul>
          )}
        </section>
      )
    })}
  </>
)
