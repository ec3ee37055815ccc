import { useState } from 'preact/hooks'
import { boardOf } from '../domain/door-board.ts'
import type { PackAssignment } from '../domain/pack.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { longDay } from './days.ts'
import { type Enrolled, refreshPack } from './enrol.ts'
import { EnrolAgain } from './enrol-again.tsx'
import type { Held, Phone } from './use-phone.ts'

type RoundsProps = {
  readonly phone: Phone
  readonly held: Held
  readonly words: PhoneWords
  readonly tag: string
}

export const RoundsScreen = ({ phone, held, words, tag }: RoundsProps) => {
  const [refreshed, setRefreshed] = useState<Enrolled>()
  const campaigns = held.pack?.campaigns ?? []
  return (
    <>
      <h1 class="asked">{words.rounds.title}</h1>
      {campaigns.every(({ assignments }) => assignments.length === 0) ? <p>{words.rounds.none}</p> : null}
      {campaigns.map((campaign) => (
        <section key={campaign.id}>
          <h2>
            <bdi>{campaign.name}</bdi>
          </h2>
          <ul class="choices">
            {campaign.assignments.map((assignment) => (
              <Round key={assignment.id} {...{ assignment, held, words, tag }} />
            ))}
          </ul>
        </section>
      ))}
      <button
        class="btn second wide"
        type="button"
        onClick={() => void phone.act(() => refreshPack(phone.disk)).then(setRefreshed)}
      >
        {words.rounds.refresh}
      </button>
      <p>
        <a href="#/code">{words.rounds.code}</a>
      </p>
      {refreshed === 'sign_in' ? (
        <EnrolAgain {...{ phone, words }} onDone={() => setRefreshed(undefined)} />
      ) : null}
    </>
  )
}

type RoundProps = Omit<RoundsProps, 'phone'> & { readonly assignment: PackAssignment }

const Round = ({ assignment: { id, staircase, to }, held, words, tag }: RoundProps) => {
  const board = boardOf(staircase, held.found, held.marks, held.waiting)
  return (
    <li>
      <a class="round" href={`#/entree/${id}`}>
        <strong>
          {staircase.estate} · {staircase.building} · {staircase.label}
        </strong>
        <span class="small">
          {words.rounds.done(String(board.done), String(board.all))}, {words.rounds.until(longDay(to, tag))}
        </span>
      </a>
    </li>
  )
}
