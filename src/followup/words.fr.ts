import type { CodeRefusal } from './domain/follow-up-code.ts'

/** What stands in the thread, for the union, when a household asks to be erased. */
export const erasureAsked = 'Le foyer demande à l’union d’effacer sa réclamation et ce qui est gardé de lui.'

export const CODE_REFUSALS: Readonly<Record<CodeRefusal['because'], string>> = {
  no_such_complaint: 'Cette réclamation n’est plus là.',
  no_live_code: 'Aucun code n’ouvre cette réclamation\u202f: il n’y a rien à reprendre.',
}

export const undoRefusal = ({ because }: { readonly because: string }): string => {
  if (because === 'too_late')
    return 'Sept jours ont passé\u202f: corrigez la ligne dans le fil, si elle est fausse.'
  if (because === 'already_corrected') return 'C’est déjà annulé, ou corrigé.'
  return 'Cette ligne n’est plus là.'
}
