import { startRefusals, type StartRefusalReason } from './start-refusal.fr.ts'

/** A start-up problem that a person can mend: `main` and the command line print the sentence, without a stack. */
export class StartRefusal extends Error {
  readonly sentence: string

  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartRefusal'
    this.sentence = sentence
  }
}

export function startRefusal(because: StartRefusalReason, about = ''): StartRefusal {
  return new StartRefusal(startRefusals[because](about))
}

const reasons = new Map<string | undefined, StartRefusalReason>([
  ['EEXIST', 'file_in_the_way'],
  ['ENOTDIR', 'file_in_the_way'],
  ['EACCES', 'not_writable'],
  ['EPERM', 'not_writable'],
  ['EROFS', 'not_writable'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
])

/** Turns what the file system says into a refusal; anything unknown stays a bug and is thrown as it is. */
export function refusing<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const reason = reasons.get(errorCode(error))
    if (reason) throw startRefusal(reason, folder)
    throw error
  }
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
