import type { SpaceApp } from '../../ui/request.ts'
import type { ReadChapter } from '../actions/everything-held.ts'
import { agreementPages } from './agreements.tsx'
import { FIELD, onlyFor } from './doorstep.ts'
import { homePage } from './home.tsx'
import { joiningPages } from './joining.tsx'
import { keepingPage } from './keeping.tsx'
import { peoplePages } from './people.tsx'
import { presentingPages } from './presenting.tsx'
import { rightsPages } from './rights.tsx'
import { searchPage } from './search.tsx'
import { stayPages } from './stays.tsx'

/** Every page about people, with what later rooms hold on them; for a circle that meets nobody, none of them is there. */
export function peopleRoutes(app: SpaceApp, chapters: readonly ReadChapter[] = []): void {
  app.use('/personnes/*', onlyFor(FIELD))
  app.use('/recherche', onlyFor(FIELD))
  peoplePages(app)
  stayPages(app)
  agreementPages(app)
  joiningPages(app)
  presentingPages(app)
  rightsPages(app, chapters)
  searchPage(app)
  homePage(app)
  keepingPage(app)
}
