// Why Palier does not start with this environment, and what to set.
const command = (fresh: string): string =>
  `Par exemple\u202f:\n  PALIER_DEMO=0 PALIER_SECRET=${fresh} PUBLIC_URL=http://localhost:3000 npm start`

export const configRefusals = {
  bad_port: (text: string) => `PORT vaut «\u202f${text}\u202f»\u202f: donnez un nombre de 0 à 65535.`,
  bad_demo: (text: string) =>
    `PALIER_DEMO vaut «\u202f${text}\u202f»\u202f: donnez 1 (démonstration) ou 0 (vraie installation), ou rien.`,
  bad_upload_limit: (text: string) =>
    `PALIER_UPLOAD_LIMIT vaut «\u202f${text}\u202f»\u202f: donnez en mégaoctets, sans virgule, la taille du plus gros fichier à recevoir (4096 par défaut).`,
  bad_url: (name: string) =>
    `${name} n’est pas une adresse\u202f: donnez-la en entier, par exemple https://palier.exemple.org.`,
  bad_roles: (text: string) =>
    `PALIER_ROLES vaut «\u202f${text}\u202f»\u202f: donnez au plus 52 lettres minuscules sans accent, chiffres ou «\u202f_\u202f», en commençant par une lettre (et pas par «\u202fpg_\u202f»).`,
  no_secret: (fresh: string) =>
    `Hors démonstration, Palier a besoin d’un secret\u202f: PALIER_SECRET manque. Gardez-le hors du dépôt, et ne le changez plus. ${command(fresh)}`,
  published_secret: (fresh: string) =>
    `PALIER_SECRET est une valeur publiée ou par défaut\u202f: tout le monde la connaît. En voici une, tirée au hasard. ${command(fresh)}`,
  weak_secret: (fresh: string) =>
    `PALIER_SECRET est trop court ou trop régulier\u202f: il faut au moins 32 caractères tirés au hasard. ${command(fresh)}`,
  no_public_url: (port: string) =>
    `Hors démonstration, PUBLIC_URL est nécessaire\u202f: c’est la seule source des liens envoyés. Par exemple PUBLIC_URL=https://palier.exemple.org, ou PUBLIC_URL=http://localhost:${port} sur cette machine seule.`,
  demo_not_asked: () =>
    'Avec DATABASE_URL ou une adresse publique, Palier ne devine pas\u202f: donnez PALIER_DEMO=0 (vraie installation, base vide au départ) ou PALIER_DEMO=1 (démonstration, personnes inventées).',
  half_oidc: () =>
    'OIDC_ISSUER est donné sans OIDC_CLIENT_ID ou sans OIDC_CLIENT_SECRET\u202f: donnez les trois, ou aucun.',
  port_taken: (port: string) =>
    `Le port ${port} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port\u202f: PORT=3001 npm start.`,
} satisfies Record<string, (about: string) => string>
