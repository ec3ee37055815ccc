/** What the morning's letter counts. */
export type DigestNumbers = { readonly toFollowUp: number; readonly promisesPassed: number }

const several = (n: number, one: string, many: string): string => `${n}\u00a0${n >= 2 ? many : one}`

/** Two numbers and two links: no place, no name, no trouble. A mailbox is read over a shoulder. */
export function digestLetter({ toFollowUp, promisesPassed }: DigestNumbers, publicUrl: URL) {
  const said = [
    ...(toFollowUp > 0 ? [`${several(toFollowUp, 'réclamation', 'réclamations')} à relancer`] : []),
    ...(promisesPassed > 0 ? [several(promisesPassed, 'promesse passée', 'promesses passées')] : []),
  ].join(', ')
  return {
    subject: 'Palier\u202f: ce qui vous attend aujourd’hui',
    body: [
      `${said}.`,
      `Le détail est dans votre espace\u202f:\n${new URL('/aujourdhui', publicUrl).href}`,
      `Pour ne plus recevoir ce courriel\u202f:\n${new URL('/reclamations/courriel', publicUrl).href}`,
    ].join('\n\n'),
  }
}
