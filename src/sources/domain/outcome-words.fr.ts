import { foldText } from '../../kernel/fold-text.ts'
import type { Outcome } from '../../measure/outcomes.ts'

/** How files say that a wait ended; the first that is found in the value decides. French of landlords, English of cities. */
const SAID: readonly (readonly [Outcome, RegExp])[] = [
  [
    'transferred',
    /\b(transmis\w*|transfere\w*|reorient\w*|oriente\w*|transitioned|transferred|referred|reallocat\w*)\b/,
  ],
  [
    'withdrawn',
    /\b(annul\w*|abandon\w*|retire\w*|desist\w*|depart|parti\w*|demenag\w*|withdrawn|cancel\w*)\b/,
  ],
  [
    'closed_without_repair',
    /\b(sans suite|sans objet|refus\w*|rejet\w*|irrecevable\w*|non recevable|hors (?:perimetre|contrat|charge)|non fonde\w*|pas d infraction|logement decent|impossible|noted|no action|not a (?:city )?problem|denied|invalid|unable)\b/,
  ],
  [
    'repaired',
    /\b(realise\w*|termine\w*|repare\w*|effectue\w*|execute\w*|resolu\w*|solutionne\w*|travaux faits|travaux termines|resolved|repaired|completed|fixed|done)\b/,
  ],
]

/** The outcome that a value of the file means, when its words say one. */
export const outcomeSaid = (value: string): Outcome | undefined => {
  const words = foldText(value)
  return SAID.find(([, pattern]) => pattern.test(words))?.[0]
}

const DUPLICATE = /\b(dup|duplicate|doublon)\b/
const STILL_OPEN =
  /\b(open|ouvert\w*|en cours|in progress|nouveau|nouvelle|new|submit\w*|create\w*|cree\w*|a traiter|a valider|planifi\w*|programm\w*|attente|pending|needs|error|assigned|affecte\w*)\b/
const CLOSED =
  /\b(clos\w*|closed?|cloture\w*|ferme\w*|termine\w*|completed|complete|solde\w*|realise\w*|archive\w*|annule\w*)\b/

export type StatusSaid = 'open' | 'closed'

/** What a status says of the case, and whether it calls it the repetition of another; «Open - Dup» says both. */
export function statusSaid(value: string): {
  readonly says: StatusSaid | undefined
  readonly isDuplicate: boolean
} {
  const words = foldText(value)
  const says = STILL_OPEN.test(words) ? 'open' : CLOSED.test(words) ? 'closed' : undefined
  return { says, isDuplicate: DUPLICATE.test(words) }
}
