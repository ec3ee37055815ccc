import { ENGLISH_HELP } from './cli-help.ts'

const FRENCH_HELP = `Palier, en ligne de commande

  npm run palier -- COMMANDE …

  backup DOSSIER
      Sauvegarde la base embarquée pendant qu’elle sert, avec les ancrages du journal. PALIER_SECRET n’y est pas.
  restore DOSSIER [--journaux-de ANCIEN]
      Restaure une sauvegarde dans PALIER_DATA (vide)\u202f; --journaux-de rejoue aussi ce qu’une base morte n’avait pas archivé.
  audit verify
      Relit la chaîne des traces et nomme ce qui a été changé, enlevé, coupé, ou pas encore scellé.
  complaints rebuild
      Replie le fil de chaque réclamation, réécrit les états qui ne le disaient pas, et les nomme.
  link ADRESSE
      Fabrique sur le serveur un lien pour entrer, quand le courriel ne part pas.
  waits FICHIER… · map FICHIER · tally FICHIER…
      Des attentes honnêtes à partir de fichiers, sans la base\u202f: npm run -s palier -- waits --help
  import FICHIER --space ESPACE --as ADRESSE --source NOM --map MAP.json --as-of DATE
      Un fichier de demandes dans une source de Palier, au nom d’une personne\u202f: npm run -s palier -- import --help
  instrument FICHIER.xlsx
      Le questionnaire que donne un classeur XLSForm, ou ses erreurs par cellule, sans la base.
  --help
      Cette aide.

audit et link ne changent rien à la base\u202f: démarrez d’abord cette version (npm start).
Réglages\u202f: PALIER_DATA, DATABASE_URL, PALIER_SECRET, PUBLIC_URL, PALIER_DEMO (docs/guide/installer.md).
Codes de sortie\u202f: 0 fait · 1 refusé ou trouvé · 2 mal demandé.
`

/** In two languages: French for those who run an installation, English for those who read its code. */
export const HELP = `${FRENCH_HELP}\n${ENGLISH_HELP}`

/** What a restored database holds. */
export type Counted = { readonly name: string; readonly tables: number; readonly rows: number }

const several = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`

const counted = ({ name, tables, rows }: Counted): string =>
  `${name} (${several(tables, 'table', 'tables')}, ${several(rows, 'ligne', 'lignes')})`

export const cliWords = {
  unknown: (command: string) =>
    `Palier ne connaît pas «\u202f${command}\u202f». Voici ce qu’il sait faire.\n\n${HELP}`,
  needsFolder: (command: string) => `Donnez un dossier\u202f: npm run palier -- ${command} DOSSIER`,
  needsEmail: 'Donnez l’adresse électronique de la personne\u202f: npm run palier -- link prenom@exemple.org',
  notEmbedded:
    'Avec DATABASE_URL, la sauvegarde est celle de votre serveur PostgreSQL (pg_basebackup, archivage des journaux)\u202f: voir docs/guide/sauvegarder.md.',
  backedUp: (folder: string, files: number) =>
    `Sauvegarde faite dans ${folder}\u202f: ${files} fichiers, chacun avec son empreinte. PALIER_SECRET n’y est pas\u202f: gardez-le ailleurs, il faudra le même.`,
  nothingToBackUp: (folder: string) =>
    `Il n’y a pas de base de Palier dans ${folder}\u202f: rien à sauvegarder.`,
  restored: (folder: string, databases: readonly Counted[]) =>
    databases.length === 0
      ? `Restauré dans ${folder}, mais aucune base n’y contient de table\u202f: cette sauvegarde est vide.`
      : `Restauré dans ${folder}\u202f: ${databases.map(counted).join(', ')}. Au prochain démarrage avec le même PALIER_SECRET, Palier les sert.`,
  nobody: 'Personne n’a de compte à cette adresse. Rien n’a été fait.',
  link: (url: string) =>
    `Ce lien fait entrer une fois, pendant 15 minutes. Donnez-le à cette seule personne\u202f:\n${url}`,
  nothingToVerify: 'Aucune trace pour l’instant\u202f: rien à vérifier.',
} as const
