import { foundNoText, type RuleCopy, RuleKind, sayChecked, sayStanding } from '../../deadlines/public.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { State } from '../../ui/chip.tsx'
import { formatCount, formatDay } from '../../ui/format.fr.ts'
import { type ComplaintDeadline, standsOn } from '../domain/complaint-deadlines.ts'

type Props = {
  readonly complaintId: string
  readonly deadlines: readonly ComplaintDeadline[]
  readonly zone: HolidayZone
  readonly today: CalendarDay
}

const ORDER = ['L', 'P', 'C', 'R'] as const

/** The rules that ran on this wait, each with where it stands; marks from elsewhere come apart, they bind nobody here. */
export function Deadlines({ deadlines, ...rest }: Props) {
  if (deadlines.length === 0) return null
  const sorted = deadlines.toSorted((a, b) => ORDER.indexOf(a.rule.kind) - ORDER.indexOf(b.rule.kind))
  const here = sorted.filter(({ rule }) => rule.kind !== 'R')
  const elsewhere = sorted.filter(({ rule }) => rule.kind === 'R')
  return (
    <section class="part" aria-labelledby="delais">
      <h2 id="delais">Délais</h2>
      <List deadlines={here} {...rest} />
      {elsewhere.length === 0 ? null : (
        <details>
          <summary>{formatCount(elsewhere.length, 'repère')} d’ailleurs, pour comparer</summary>
          <List deadlines={elsewhere} {...rest} />
        </details>
      )}
    </section>
  )
}

const List = ({ deadlines, complaintId, zone, today }: Props) => (
  <ul class="dues wide">
    {deadlines.map((deadline) => {
      const { rule, run, dueOn } = deadline
      const where = standsOn(deadline, today, zone)
      return (
        <li key={`${rule.id} ${run}`}>
          <RuleKind rule={rule} />
          <h3>
            <bdi>{rule.title}</bdi>
          </h3>
          <p>
            <Where rule={rule} where={where} dueOn={dueOn} /> <span class="quiet">{sourceOf(rule)}</span>
            {dueOn ? (
              <>
                {' '}
                <a href={`/reclamations/${complaintId}/delais/${rule.id}/${run}`}>Calcul jour par jour</a>
              </>
            ) : null}
          </p>
        </li>
      )
    })}
  </ul>
)

type WhereProps = { rule: RuleCopy; where: ReturnType<typeof standsOn>; dueOn: CalendarDay | undefined }

function Where({ rule, where, dueOn }: WhereProps) {
  if (foundNoText(rule)) return <strong>Nous n’avons pas trouvé de texte qui donne un délai.</strong>
  if (!dueOn || where.state === 'no_figure')
    return (
      <strong>
        {rule.kind === 'L' || rule.kind === 'P'
          ? 'La loi ne donne pas de nombre de jours.'
          : 'Pas de nombre de jours.'}
      </strong>
    )
  if (where.state === 'pointless') return <State>N’a plus d’objet : l’attente est finie.</State>
  const bindsThem = rule.kind !== 'R' && rule.bound !== 'tenant'
  const isLate = bindsThem && (where.state === 'late' || where.state === 'passed')
  const tone = isLate ? 'late' : where.state === 'met' && bindsThem ? 'kept' : undefined
  return (
    <>
      <State {...(tone && { tone })}>{`${capital(sayStanding(where))} (${formatDay(dueOn)}).`}</State>
      {MEANINGS[rule.kind] === '' ? null : ` ${MEANINGS[rule.kind]}`}
      {rule.bound === 'tenant' ? ' C’est au foyer d’agir avant ce jour.' : null}
    </>
  )
}

const MEANINGS = {
  L: '',
  P: 'Ce délai n’oblige pas à réparer ; il ouvre ou ferme une démarche.',
  C: 'Le bailleur l’a promis ; ce n’est pas la loi.',
  R: 'Sans force en France : il sert à comparer.',
} as const

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sourceOf = ({ source, kind }: RuleCopy): string => {
  const checked = kind === 'L' || kind === 'P' ? `, ${sayChecked(source.checkedBy)}` : ''
  return `${capital(source.article ?? source.title)}${checked}.`
}
