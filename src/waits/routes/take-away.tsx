import { drawPng } from '../../documents/draw-png.ts'
import { typesetPdf } from '../../documents/press.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { answerOf } from '../domain/answer.ts'
import { explorerHref, readQuestion } from '../domain/explorer-question.ts'
import type { Drawing } from '../domain/staircase.ts'
import { CLOCK_WORDS } from '../views/explorer-words.fr.ts'
import { drawingOf } from '../views/answer-drawings.ts'
import { answerCsv } from '../views/answer-csv.fr.ts'
import { NothingLeavesPage } from '../views/nothing-leaves-page.tsx'
import { sayLeaving } from '../views/leaving-words.fr.ts'
import { staircaseSvg } from '../views/staircase-svg.tsx'
import { waitsPaper } from '../views/waits-paper.fr.ts'
import { readsWaits } from './explorer.tsx'
import { type LeavingWaits, leavingWaits, mayTakeExact } from './leaving-waits.ts'

type Taken = {
  readonly leaving: LeavingWaits
  readonly interval: 'log-log' | 'log' | 'plain' | 'logit' | 'arcsin'
  readonly tau: number
  readonly today: CalendarDay
}
type Maker = { readonly type: string; readonly make: (taken: Taken) => string | Promise<string | Uint8Array> }

/** What is taken away, by the ending of its address. */
const MAKERS: Readonly<Record<string, Maker>> = {
  svg: { type: 'image/svg+xml', make: drawn },
  png: { type: 'image/png', make: async (taken) => drawPng(drawn(taken)) },
  csv: {
    type: 'text/csv; charset=utf-8',
    make: (taken) => {
      const { origin, rolledUp } = taken.leaving
      return answerCsv(answered(taken), { clock: CLOCK_WORDS[origin.clock].title, rolledUp })
    },
  },
  json: {
    type: 'application/json; charset=utf-8',
    make: (taken) => JSON.stringify({ ...answered(taken), notices: sayLeaving(taken.leaving) }, null, 1),
  },
  pdf: {
    type: 'application/pdf',
    make: (taken) =>
      typesetPdf(
        'waits',
        waitsPaper({
          answer: answered(taken),
          drawing: pictured(taken),
          since: CLOCK_WORDS[taken.leaving.origin.clock].since,
          madeOn: taken.today,
        }),
      ),
  },
}

const answered = ({ leaving, interval, tau }: Taken) =>
  answerOf(leaving.counted, { ci: interval, tau, causes: null })

function pictured({ leaving: { counted }, interval }: Taken): Drawing {
  const [subject, compared] = counted.strata
  if (!subject) throw new RangeError('nothing leaves without waits')
  return drawingOf(counted, interval, subject, compared)
}

function drawn(taken: Taken): string {
  const { origin } = taken.leaving
  return staircaseSvg({
    drawing: pictured(taken),
    since: CLOCK_WORDS[origin.clock].since,
    about: `${CLOCK_WORDS[origin.clock].title}, ${origin.name}`,
    source: sayLeaving(taken.leaving),
  })
}

async function take(c: SpaceContext, ending: string, { type, make }: Maker) {
  const { actor, now, today } = c.var
  if (!readsWaits(actor)) return c.notFound()
  const exact = c.req.query('exact') === 'oui'
  if (exact && !mayTakeExact(actor)) return c.notFound()
  const q = readQuestion(c.req.query())
  const leaving = await c.var.inScope((db) => leavingWaits(db, q, { today, now, exact }))
  if (!leaving.ok) {
    const page = <NothingLeavesPage because={leaving.refusal.because} back={explorerHref(q)} />
    return c.var.page({ title: 'Rien ne sort', status: 422 }, page)
  }
  const made = await make({ leaving: leaving.value, interval: q.interval, tau: q.tau, today })
  const name = `palier-attentes-${leaving.value.origin.asOf}.${ending}`
  return c.body(typeof made === 'string' ? made : Uint8Array.from(made).buffer, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  })
}

/** Drawings, tables and a page of paper, protected as all that may leave. */
export function takenAway(app: SpaceApp): void {
  for (const [ending, maker] of Object.entries(MAKERS))
    app.get(`/attentes.${ending}`, (c) => take(c, ending, maker))
}
