import type { LetterFacts } from '../letters/domain/letter-facts.ts'

/** Opens the complaint that is shown, in a demonstration only: the real ones are drawn and shown once. */
export const DEMO_CODE = 'V0TRE-P0RTE'

/** What the household of the shown home chose to write. */
export const SHOWN_LETTER: Pick<
  LetterFacts,
  | 'voice'
  | 'household'
  | 'landlord'
  | 'commission'
  | 'support'
  | 'problem'
  | 'place'
  | 'askedBy'
  | 'sending'
  | 'writtenAt'
  | 'attachments'
> = {
  voice: 'je',
  household: {
    name: '',
    address: ['Bâtiment C, entrée 14, 8e étage, milieu gauche', '12 à 16 rue des Tilleuls', '99100 Auvelle'],
  },
  landlord: { name: 'Toits d’Auvelle', address: ['1 place du Marché', '99100 Auvelle'] },
  commission: {
    name: 'Commission départementale de conciliation',
    address: ['Préfecture', '99000 Saint-Brume'],
  },
  support: undefined,
  problem: { label: 'Humidité et moisissures\u202f: dans la cuisine', words: '' },
  place: 'Résidence des Tilleuls, Bâtiment C, entrée 14, 8e étage, milieu gauche',
  askedBy: undefined,
  sending: 'registered_letter',
  writtenAt: 'Auvelle',
  attachments: ['Photo du plafond', 'Message d’enregistrement'],
}
