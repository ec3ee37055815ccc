/** What Palier says when it cannot answer; plain, and saying what to do. */
export const wordsOfErrors = {
  wrongHost: 'Palier ne répond pas à cette adresse. Prenez celle que votre organisation vous a donnée.',
  foreignForm:
    'Ce formulaire ne vient pas de Palier\u202f: rien n’a été fait. Revenez à la page de Palier et recommencez.',
  unreadableForm:
    'Ce formulaire n’est pas arrivé en entier, ou son texte est trop long\u202f: rien n’a été fait. Revenez à la page et recommencez.',
  notFound: {
    title: 'Cette page n’existe pas',
    sentence:
      'L’adresse est fausse, ou ce qui s’y trouvait n’y est plus, ou ce n’est pas ouvert à votre cercle.',
  },
  forgedToken: {
    title: 'Ce formulaire n’est plus valable',
    sentence:
      'Il a été préparé pour une autre session, et rien n’a été fait. Rouvrez la page\u202f: ce que vous aviez écrit y est.',
    reopen: 'Rouvrir la page',
  },
  diskFull: {
    title: 'Le disque du serveur est plein',
    sentence:
      'Rien n’a été enregistré, et rien n’est à moitié écrit. Prévenez la personne qui tient le serveur, puis renvoyez cette page\u202f: ce que vous aviez écrit y est encore.',
  },
  broken: {
    title: 'Palier s’est trompé',
    sentence:
      'Une erreur de notre côté\u202f: rien n’a été enregistré à moitié. Réessayez\u202f; si cela recommence, donnez cette référence à l’administration de votre espace.',
  },
  away: {
    title: 'La base ne répond pas',
    sentence:
      'Palier ne peut rien lire ni écrire en ce moment. Ce que vous aviez écrit n’est pas perdu si vous gardez cette page ouverte\u202f: réessayez dans un instant.',
  },
  reference: (reference: string) => `Référence\u202f: ${reference}`,
  demoBanner: 'Démonstration\u202f: tout est inventé. N’écrivez rien de vrai.',
  toHome: 'Revenir à l’accueil',
} as const
