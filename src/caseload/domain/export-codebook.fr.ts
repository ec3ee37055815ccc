/** What each column of an exported list is called and means; the same order in the table and in the codebook. */
export const METHOD =
  'Jours depuis le premier signalement que dit le foyer, au moins\u202f; les attentes en cours sont comptées jusqu’à la date d’arrêt.'

export type ColumnMeaning = { readonly name: string; readonly meaning: string }

export const CODEBOOK: Readonly<Record<string, ColumnMeaning>> = {
  complaint: { name: 'reclamation', meaning: 'Identifiant de la réclamation dans Palier.' },
  commune: { name: 'commune', meaning: 'Commune de la résidence.' },
  landlord: { name: 'bailleur', meaning: 'Bailleur de la résidence.' },
  estate: { name: 'residence', meaning: 'Résidence.' },
  building: { name: 'batiment', meaning: 'Bâtiment\u202f; vide si c’est toute la résidence.' },
  staircase: {
    name: 'entree',
    meaning: 'Entrée, montée, allée ou cage\u202f; vide si c’est tout le bâtiment.',
  },
  home: { name: 'logement', meaning: 'Libellé de la porte\u202f; vide pour les parties communes.' },
  family_code: { name: 'famille_code', meaning: 'Code de la famille, dans la nomenclature.' },
  family: { name: 'famille', meaning: 'Famille, dans la nomenclature.' },
  problem_code: { name: 'objet_code', meaning: 'Code de l’objet, dans la nomenclature.' },
  problem: {
    name: 'objet',
    meaning: 'Objet\u202f; le même que la famille si rien de plus précis n’est dit.',
  },
  told_earliest: {
    name: 'signale_au_plus_tot',
    meaning:
      'Premier jour possible du signalement qui a commencé l’attente\u202f; vide si «\u202favant…\u202f».',
  },
  told_latest: {
    name: 'signale_au_plus_tard',
    meaning: 'Dernier jour possible de ce signalement\u202f; vide si rien n’est encore signalé.',
  },
  told_precision: {
    name: 'signale_precision',
    meaning:
      'Jour, mois, saison, année, avant ou environ (day, month, season, year, before, about en JSON)\u202f: ce que le foyer a dit, sans rien inventer.',
  },
  days_at_least: {
    name: 'jours_au_moins',
    meaning:
      'Jours d’attente, au moins\u202f: du dernier jour possible du signalement au premier jour possible de la fin, ou à la date d’arrêt.',
  },
  wait: {
    name: 'attente',
    meaning:
      'En cours (running en JSON)\u202f; réparé, dit le foyer (gone)\u202f; le foyer a renoncé (given_up)\u202f; le foyer est parti (moved_out)\u202f; pas encore signalé (untold).',
  },
  ended_earliest: { name: 'fin_au_plus_tot', meaning: 'Premier jour possible de la fin de l’attente.' },
  ended_latest: { name: 'fin_au_plus_tard', meaning: 'Dernier jour possible de la fin de l’attente.' },
  runs: {
    name: 'fois',
    meaning: 'Combien de fois le même problème a fait attendre\u202f: 2 s’il est revenu une fois.',
  },
  registered_on: {
    name: 'enregistre_le',
    meaning: 'Jour où le bailleur a enregistré la demande, au plus tard.',
  },
  closed_on: { name: 'clos_le', meaning: 'Jour où le bailleur a clos le dossier, au plus tard.' },
  answered_on: { name: 'repondu_le', meaning: 'Jour de la première réponse sur le fond, au plus tard.' },
  last_word_on: { name: 'dernier_mot_le', meaning: 'Dernier signe venu du bailleur ou de l’entreprise.' },
  longest_silence: {
    name: 'plus_long_silence',
    meaning:
      'Jours, au plus, sans un mot de l’autre côté pendant l’attente\u202f; celui qui dure encore est compté.',
  },
  contested: {
    name: 'cloture_contestee',
    meaning: 'Oui (true en JSON) si le foyer conteste la clôture et que rien n’a suivi.',
  },
  ball: {
    name: 'a_qui_d_agir',
    meaning: 'Bailleur (landlord en JSON), foyer (household) ou personne (nobody).',
  },
  reminders: { name: 'relances', meaning: 'Nombre de relances.' },
  tellings: { name: 'recits', meaning: 'Combien de fois le foyer a dû raconter.' },
  interlocutors: {
    name: 'interlocuteurs',
    meaning: 'Nombre d’interlocuteur·ices différent·es que le foyer a nommé·es.',
  },
  missed_appointments: {
    name: 'rendez_vous_manques',
    meaning: 'Rendez-vous manqués par le bailleur ou l’entreprise.',
  },
  contempts: { name: 'manques_de_respect', meaning: 'Nombre de manques de respect notés.' },
  promises: { name: 'promesses', meaning: 'Nombre de promesses.' },
  promises_kept: { name: 'promesses_tenues', meaning: 'Tenues à leur date.' },
  promises_late: { name: 'promesses_tenues_en_retard', meaning: 'Tenues après leur date.' },
  promises_broken: {
    name: 'promesses_non_tenues',
    meaning: 'Leur date est passée sans que rien ne les tienne.',
  },
  promises_awaited: { name: 'promesses_a_venir', meaning: 'Leur date n’est pas encore passée.' },
  next_due_on: {
    name: 'prochain_delai',
    meaning: 'Premier délai, passé ou à venir, qui engage le bailleur et que rien n’a arrêté.',
  },
}

/** What a code says in the table; the file for a program keeps the code. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  told_precision: {
    day: 'jour',
    month: 'mois',
    season: 'saison',
    year: 'année',
    before: 'avant',
    about: 'environ',
  },
  wait: {
    running: 'en cours',
    gone: 'réparé, dit le foyer',
    given_up: 'le foyer a renoncé',
    moved_out: 'le foyer est parti',
    untold: 'pas encore signalé',
  },
  contested: { true: 'oui', false: 'non' },
  ball: { landlord: 'bailleur', household: 'foyer', nobody: 'personne' },
}

/** The two columns that every row ends with. */
export const AS_OF: readonly ColumnMeaning[] = [
  { name: 'arrete_au', meaning: 'Jour où la liste a été arrêtée.' },
  { name: 'methode', meaning: 'Comment les jours sont comptés.' },
]
