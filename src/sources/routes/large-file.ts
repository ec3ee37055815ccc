import type { Actor } from '../../access/scope.ts'
import { mayLoad } from '../actions/sources.ts'

/** The field of the pages where a file of cases is sent: it goes to the disk as it arrives, and only for who may send one. */
export const FILE_FIELD = 'fichier'

const PAGES = /^\/sources\/(?:nouvelle|[0-9a-f-]{36}\/(?:fichier|corrections))$/

export const largeSourceFile = (actor: Actor | undefined, path: string): string | undefined =>
  actor && PAGES.test(path) && mayLoad(actor) ? FILE_FIELD : undefined
