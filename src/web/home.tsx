import type { PublicApp, SpaceApp } from '../ui/request.ts'
import { DOORS } from './doors.ts'
import { readToday } from './today.ts'
import { HomePage } from './views/home-page.tsx'
import { TodayPage } from './views/today-page.tsx'

/** The front door: who Palier is for, and how to come in. */
export function homeRoutes(app: PublicApp): void {
  app.get('/', (c) => {
    if (c.var.actor) return c.redirect('/aujourdhui', 303)
    return c.var.page(
      { title: 'L’attente devient un fait' },
      <HomePage demo={c.var.demo} signedIn={c.var.visitor !== undefined} />,
    )
  })
}

/** Where a person lands inside a space. */
export function todayRoutes(app: SpaceApp): void {
  app.get('/aujourdhui', async (c) => {
    const { actor, today, now } = c.var
    const shown = await c.var.inScope((db) => readToday(db, today, now))
    return c.var.page(
      { title: 'Aujourd’hui' },
      <TodayPage actor={actor} today={today} now={now} doors={DOORS} {...shown} />,
    )
  })
}
