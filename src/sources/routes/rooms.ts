import type { SpaceApp } from '../../ui/request.ts'
import { agreementPages } from './agreements.tsx'
import { columnPages } from './columns.tsx'
import { readers } from './doorstep.ts'
import { sourceList } from './list.tsx'
import { newFilePages } from './new-file.tsx'
import { nextFilePages } from './next-file.tsx'
import { readingPages } from './reading.tsx'
import { rejectPages } from './rejects.tsx'
import { sourcePages } from './source.tsx'

/** Every page of files that come in. */
export function sourceRoutes(app: SpaceApp): void {
  app.use('/sources', readers)
  app.use('/sources/*', readers)
  sourceList(app)
  agreementPages(app)
  newFilePages(app)
  nextFilePages(app)
  columnPages(app)
  readingPages(app)
  rejectPages(app)
  sourcePages(app)
}
