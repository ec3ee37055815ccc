/** The command line in two languages: French for those who run an installation, English for those who read its code. */
export const HELP = `Palier, en ligne de commande  /  Palier on the command line

  npm run palier -- COMMANDE …

  backup DOSSIER
      Sauvegarde la base embarquée pendant qu’elle sert : copie de base et journaux.
      Backs up the embedded database while it serves: base copy and WAL.
  restore DOSSIER [--journaux-de ANCIEN]
      Restaure une sauvegarde dans PALIER_DATA (vide) ; --journaux-de rejoue aussi ce qu’une base morte n’avait pas archivé.
      Restores a backup into PALIER_DATA (empty); --journaux-de also replays what a dead cluster had not archived.
  audit verify
      Relit la chaîne des traces et nomme ce qui a été changé, enlevé, coupé, ou pas encore scellé.
      Reads the audit chain again; names what was altered, removed, cut at the tail, or is not yet sealed.
  link ADRESSE
      Fabrique sur le serveur un lien pour entrer, quand le courriel ne part pas.
      Makes a sign-in link on the server, when mail does not leave.
  --help
      Cette aide. This help.

Réglages / settings: PALIER_DATA, DATABASE_URL, PALIER_SECRET, PUBLIC_URL, PALIER_DEMO (docs/guide/installer.md).
Codes de sortie / exit codes: 0 fait / done · 1 refusé ou trouvé / refused or found · 2 mal demandé / misused.
`

export const cliWords = {
  unknown: (command: string) =>
    `Palier ne connaît pas «\u202f${command}\u202f». Voici ce qu’il sait faire.\n\n${HELP}`,
  needsFolder: (command: string) => `Donnez un dossier\u202f: npm run palier -- ${command} DOSSIER`,
  needsEmail: 'Donnez l’adresse électronique de la personne\u202f: npm run palier -- link prenom@exemple.org',
  notEmbedded:
    'Avec DATABASE_URL, la sauvegarde est celle de votre serveur PostgreSQL (pg_basebackup, archivage des journaux)\u202f: voir docs/guide/sauvegarder.md.',
  backedUp: (folder: string, files: number) =>
    `Sauvegarde faite dans ${folder}\u202f: ${files} fichiers, chacun avec son empreinte.`,
  restored: (folder: string, tables: number, rows: number) =>
    `Restauré dans ${folder}\u202f: ${tables} tables, ${rows} lignes. Au prochain démarrage, Palier les sert.`,
  nobody: 'Personne n’a de compte à cette adresse. Rien n’a été fait.',
  link: (url: string) =>
    `Ce lien fait entrer une fois, pendant 15 minutes. Donnez-le à cette seule personne\u202f:\n${url}`,
  nothingToVerify: 'Aucune trace pour l’instant\u202f: rien à vérifier.',
} as const
