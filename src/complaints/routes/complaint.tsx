import { DayByDay, dueOf } from '../../deadlines/public.ts'
import { NO_FLOOR } from '../../kernel/approximate-day.ts'
import { homeSaid } from '../../places/domain/floors.fr.ts'
import type { Crumb } from '../../ui/crumbs.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { openComplaint, type OpenComplaint } from '../actions/open-complaint.ts'
import { ComplaintPage } from '../views/complaint-page.tsx'
import { sayProblem } from '../views/thread-words.fr.ts'
import { COMPLAINTS_CRUMB, idIn } from './doorstep.ts'

export function complaintPages(app: SpaceApp): void {
  app.get('/reclamations/:id{[0-9a-f-]{36}}', showComplaint)
  app.get('/reclamations/:id{[0-9a-f-]{36}}/delais/:rule/:run', showDeadline)
}

async function showComplaint(c: SpaceContext) {
  const open = await c.var.inScope(async (db) => (idIn(c) ? openComplaint(db, idIn(c)) : undefined))
  if (!open) return c.notFound()
  return c.var.page(
    { title: sayProblem(open.complaint), crumbs: crumbsOf(open) },
    <ComplaintPage open={open} today={c.var.today} />,
  )
}

/** From the widest place to the nearest, as far as the trouble is known. */
function crumbsOf({ complaint: c, staircaseWord }: OpenComplaint): Crumb[] {
  return [
    COMPLAINTS_CRUMB,
    { href: `/lieux/residences/${c.estateId}`, label: c.estate },
    ...(c.building && !c.staircase ? [{ label: c.building }] : []),
    ...(c.staircaseId && c.staircase
      ? [
          {
            href: `/lieux/entrees/${c.staircaseId}`,
            label: `${c.building ?? ''}, ${staircaseWord} ${c.staircase}`,
          },
        ]
      : []),
    c.homeId && c.home
      ? { href: `/lieux/logements/${c.homeId}`, label: homeSaid(c.home) }
      : { label: 'Parties communes' },
  ]
}

/** One deadline, day by day, with the rule as it was when it started to run. */
async function showDeadline(c: SpaceContext) {
  const open = await c.var.inScope(async (db) => (idIn(c) ? openComplaint(db, idIn(c)) : undefined))
  const found = open?.deadlines.find(
    ({ rule, run }) => rule.id === c.req.param('rule') && String(run) === c.req.param('run'),
  )
  const unit = found?.rule.unit
  if (!open || !found?.dueOn || !unit) return c.notFound()
  const { complaint } = open
  const { rule, started, dueOn } = found
  const due = dueOf(
    rule,
    { earliest: started.earliest ?? NO_FLOOR, latest: started.latest },
    complaint.holidayZone,
  )
  const back = { href: `/reclamations/${complaint.id}`, label: sayProblem(complaint) }
  return c.var.page(
    { title: rule.title, crumbs: [COMPLAINTS_CRUMB, back, { label: 'Calcul jour par jour' }] },
    <>
      <h1>
        <bdi>{rule.title}</bdi>
      </h1>
      <p class="lead">Dernier jour : {formatDay(dueOn)}.</p>
      <DayByDay steps={due.steps} unit={unit} zone={complaint.holidayZone} hourUnknown={due.hourUnknown} />
    </>,
  )
}
