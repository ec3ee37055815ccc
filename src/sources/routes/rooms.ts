import type { SpaceApp } from '../../ui/request.ts'
import { agreementPages } from './agreements.tsx'
import { readers } from './doorstep.ts'
import { sourceList } from './list.tsx'
import { newFilePages } from './new-file.tsx'

/** Every page of files that come in. */
export function sourceRoutes(app: SpaceApp): void {
  app.use('/sources', readers)
  app.use('/sources/*', readers)
  sourceList(app)
  agreementPages(app)
  newFilePages(app)
}
