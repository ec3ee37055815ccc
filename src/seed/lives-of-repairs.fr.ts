import { type Life, repaired } from './lives.ts'

/** What breaks, and what comes in through the ducts. */
export const REPAIRS: readonly Life[] = [
  {
    problem: 'water',
    words: 'La chasse d’eau coule jour et nuit.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'phone', to: 'le centre d’appels' },
      { after: 0, kind: 'registered', channel: 'sms', evidence: 'screenshot' },
      { after: 4, kind: 'appointment_kept', channel: 'in_person', to: 'le plombier' },
      ...repaired(0),
    ],
  },
  {
    problem: 'water',
    words: 'L’évacuation de la douche refoule.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'caretaker', to: 'le gardien' },
      {
        after: 10,
        kind: 'reminder',
        channel: 'caretaker',
        to: 'le gardien',
        words: 'Il m’a dit d’appeler le siège.',
      },
      { after: 2, kind: 'reminder', channel: 'phone', to: 'le siège' },
      { after: 1, kind: 'registered', channel: 'phone' },
      {
        after: 14,
        kind: 'appointment_missed_by_tenant',
        channel: 'unknown',
        words: 'Le message disait jeudi, ils sont venus mercredi.',
      },
      { after: 21, kind: 'appointment_kept', channel: 'in_person', to: 'l’entreprise' },
      ...repaired(0),
    ],
  },
  {
    problem: 'electricity',
    words: 'La prise de la cuisine fait des étincelles.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'phone', to: 'l’astreinte' },
      { after: 0, kind: 'promise', channel: 'phone', promise: { what: 'visit', in: 1 } },
      { after: 1, kind: 'visit', channel: 'in_person', to: 'l’électricien' },
      ...repaired(0, 'La prise est changée.'),
    ],
  },
  {
    problem: 'pests.cockroaches',
    words: 'Des cafards dans la cuisine, même le jour.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'in_person', to: 'l’accueil de l’agence', vague: 'about' },
      { after: 30, kind: 'visit', channel: 'in_person', to: 'l’entreprise de désinsectisation' },
      { after: 2, kind: 'closed_by_landlord', channel: 'portal', evidence: 'landlord_file' },
      {
        after: 12,
        kind: 'closure_contested',
        channel: 'phone',
        to: 'l’agence',
        words: 'Ils sont revenus par la gaine.',
      },
      { after: 1, kind: 'registered', channel: 'phone' },
      { after: 45, kind: 'visit', channel: 'in_person', to: 'l’entreprise de désinsectisation' },
      { after: 30, kind: 'confirmed_gone', channel: 'phone', words: 'Plus rien depuis un mois.' },
    ],
  },
  {
    problem: 'ventilation',
    words: 'La bouche d’aération de la salle de bains ne tire plus.',
    steps: [
      {
        after: 0,
        kind: 'first_telling',
        channel: 'portal',
        to: 'l’espace locataire',
        evidence: 'screenshot',
      },
      { after: 1, kind: 'acknowledged', channel: 'portal', evidence: 'screenshot' },
      { after: 60, kind: 'reminder', channel: 'portal', evidence: 'screenshot' },
      { after: 90, kind: 'reminder', channel: 'email', evidence: 'screenshot' },
      {
        after: 120,
        kind: 'answer_holding',
        channel: 'email',
        evidence: 'screenshot',
        words: 'Une campagne est prévue.',
      },
    ],
  },
  {
    problem: 'locks',
    words: 'La porte d’entrée ne ferme plus à clé.',
    steps: [
      { after: 0, kind: 'first_telling', channel: 'phone', to: 'l’astreinte' },
      { after: 2, kind: 'appointment_missed_by_landlord', channel: 'unknown' },
      { after: 1, kind: 'reminder', channel: 'phone', to: 'l’astreinte' },
      { after: 2, kind: 'appointment_kept', channel: 'in_person', to: 'le serrurier' },
      ...repaired(0),
    ],
  },
]
