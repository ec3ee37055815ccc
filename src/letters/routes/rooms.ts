import type { SpaceApp } from '../../ui/request.ts'
import { dossierPage } from './dossier.ts'
import { letterPages } from './letters.tsx'
import { writingPages } from './write-letter.tsx'

/** Letters of a complaint, and its printed file. */
export function letterRoutes(app: SpaceApp): void {
  writingPages(app)
  letterPages(app)
  dossierPage(app)
}
