const MINUTES = 15

type Letter = { readonly subject: string; readonly body: string }

/** The letter that carries a sign-in link. It names nobody: it is written before it is known whether anybody is there. */
export const signInLetter = (link: URL): Letter => ({
  subject: 'Votre lien pour entrer dans Palier',
  body: `Bonjour,

Voici votre lien pour entrer dans Palier\u202f:

${link.href}

Il sert une seule fois, pendant ${MINUTES} minutes.
Si vous n’avez rien demandé, ne faites rien\u202f: sans ce lien, personne n’entre.
`,
})

type Reset = { readonly name: string; readonly by: string; readonly space: string; readonly entrance: URL }

/** Told to whoever's access an administrator has reset: a person must learn of it from us. */
export const resetLetter = ({ name, by, space, entrance }: Reset): Letter => ({
  subject: 'Votre accès à Palier a été rétabli',
  body: `Bonjour ${name},

${by}, de l’administration de «\u202f${space}\u202f», a rétabli votre accès\u202f: votre second facteur et vos clés d’accès sont retirés, et toutes vos sessions sont fermées.

Pour entrer, demandez un lien ici\u202f:

${entrance.href}

Si vous n’aviez rien demandé, prévenez tout de suite une autre personne de l’administration.
`,
})

/** Why something asked for at the door was not done. */
export const doorRefusals = {
  too_many_links: `Trop de demandes. Attendez ${MINUTES} minutes, puis recommencez.`,
  too_many_codes: `Trop d’essais. Attendez ${MINUTES} minutes, puis recommencez.`,
  wrong_code: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant et recopiez-le.',
  stale_secret: 'Cette page a trop attendu. En voici une nouvelle\u202f: scannez le nouveau carré.',
  already_enrolled: 'Votre compte a déjà un second facteur.',
  passkey_failed: 'Cette clé d’accès n’a pas été reconnue. Entrez par un lien, puis ajoutez-la de nouveau.',
} as const

/** What the console says when a real installation is empty. */
export const firstLinkSentence = (link: URL): string =>
  `Palier est vide. Ce lien crée la première organisation et son administration, une fois, pendant 24 heures\u202f:\n${link.href}`

/** What the first organisation of a house may be. */
export const institutionKinds = {
  union: 'Une union de locataires',
  federation: 'Une fédération',
  institute: 'Un institut',
  landlord: 'Un bailleur',
  authority: 'Une collectivité',
  research_team: 'Une équipe de recherche',
} as const
