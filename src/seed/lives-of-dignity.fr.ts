import type { Life } from './lives.ts'

/** Where the waiting hurts most: vermin, accounts, a home too small. */
export const DIGNITY: readonly Life[] = [
  {
    problem: 'pests.bedbugs',
    words: 'Des punaises de lit depuis l’été.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'phone', to: 'le centre d’appels', vague: 'month' },
      {
        after: 5,
        kind: 'contempt',
        channel: 'phone',
        contempt: 'laughed_at',
        words: 'Elle a ri et m’a demandé si j’avais voyagé.',
      },
      {
        after: 12,
        kind: 'refusal_with_reasons',
        channel: 'letter',
        evidence: 'letter',
        words: 'Le traitement est à la charge de l’occupant·e.',
      },
      { after: 10, kind: 'effect', effect: 'isolation', words: 'Je n’invite plus personne.' },
      {
        after: 40,
        kind: 'reminder',
        channel: 'registered_letter',
        evidence: 'registered_letter',
        to: 'la direction',
      },
      { after: 75, kind: 'given_up', channel: 'in_person', words: 'J’ai payé moi-même.' },
    ],
  },
  {
    problem: 'charges',
    words: 'On me réclame 612 € de régularisation, sans détail.',
    steps: [
      {
        after: 0,
        kind: 'first_telling',
        channel: 'letter',
        to: 'le service des charges',
        evidence: 'letter',
      },
      {
        after: 35,
        kind: 'reminder',
        channel: 'registered_letter',
        to: 'le service des charges',
        evidence: 'registered_letter',
      },
      { after: 20, kind: 'transfer_between_services', channel: 'phone', service: 'contentieux' },
      {
        after: 6,
        kind: 'contempt',
        channel: 'phone',
        contempt: 'threatened',
        words: 'On m’a parlé d’huissier avant de me montrer les comptes.',
      },
      {
        after: 30,
        kind: 'answer_substantive',
        channel: 'letter',
        evidence: 'letter',
        words: 'Erreur de relevé : la somme est ramenée à 140 €.',
      },
      { after: 8, kind: 'confirmed_gone', channel: 'in_person' },
    ],
  },
  {
    problem: 'transfer',
    words: 'Nous sommes cinq dans un deux-pièces, la demande de mutation dort.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'in_person', to: 'l’agence', vague: 'month' },
      { after: 200, kind: 'reminder', channel: 'in_person', to: 'l’agence' },
      {
        after: 5,
        kind: 'contempt',
        channel: 'in_person',
        contempt: 'only_a_tenant',
        words: '« Vous n’êtes que locataire, attendez votre tour. »',
      },
      { after: 240, kind: 'moved_out', channel: 'in_person', words: 'Nous avons trouvé ailleurs.' },
    ],
  },
]
