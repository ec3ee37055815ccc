// Why the embedded PostgreSQL cannot start, said to the person who typed the command.

export const startRefusals = {
  file_in_the_way: (folder: string) =>
    `${folder} est un fichier, et Palier a besoin d’un dossier à cet endroit. Déplacez ce fichier, ou donnez un autre dossier par PALIER_DATA.`,
  not_writable: (folder: string) =>
    `Palier ne peut pas écrire dans ${folder}. Donnez-lui le droit d’y écrire, ou un autre dossier par PALIER_DATA.`,
  disk_full: (folder: string) =>
    `Le disque est plein\u202f: Palier n’a pas pu préparer sa base dans ${folder}. Rien n’est resté à moitié écrit. Libérez environ 100 Mo, puis relancez.`,
  not_ours: (folder: string) =>
    `${folder} contient autre chose qu’une base de Palier. Donnez un dossier vide ou nouveau par PALIER_DATA.`,
  closed_parent: (folder: string) =>
    `PostgreSQL ne tourne pas sous root, et son compte ne peut pas entrer dans ${folder} (un dossier au-dessus est fermé). Donnez un autre dossier par PALIER_DATA.`,
  other_version: (folder: string) =>
    `La base de ${folder} a été écrite par une autre version de PostgreSQL. Gardez-la telle quelle et relancez la version de Palier qui l’a écrite, ou restaurez une sauvegarde dans un autre dossier.`,
  no_account: () =>
    'PostgreSQL ne tourne pas sous root, et aucun compte ordinaire n’a été trouvé. Lancez la même commande sous un compte ordinaire.',
  no_binaries: (machine: string) =>
    `Il n’y a pas de PostgreSQL tout prêt dans npm pour cette machine (${machine}). Installez PostgreSQL 15 ou plus récent et donnez son adresse par DATABASE_URL.`,
  initdb_failed: (detail: string) => `PostgreSQL n’a pas pu préparer la base\u202f: ${detail}`,
  postgres_failed: (log: string) => `PostgreSQL ne démarre pas. Son journal dit pourquoi\u202f: ${log}`,
  old_server: () =>
    'Ce serveur PostgreSQL est trop ancien\u202f: il faut la version 15 ou une plus récente. Rien n’a été changé.',
  weak_owner: () =>
    'Le compte de DATABASE_URL doit être superutilisateur, ou avoir BYPASSRLS et CREATEROLE\u202f: Palier crée un rôle de connexion par espèce d’espace. Rien n’a été changé.',
  database_ahead: (names: string) =>
    `Cette base vient d’une version plus récente de Palier (${names}). Mettez le programme à jour\u202f; rien n’a été changé.`,
  database_behind: (names: string) =>
    `Cette base n’est pas encore à cette version de Palier (${names}). Démarrez d’abord cette version par npm start\u202f: seul le démarrage met la base à jour. Rien n’a été changé.`,
  never_started: (folder: string) =>
    `Il n’y a pas encore de base de Palier ici (${folder}). Démarrez d’abord cette version par npm start, avec les mêmes réglages. Rien n’a été changé.`,
  other_roles: (prefix: string) =>
    `Les rôles de cette base commencent par «\u202f${prefix}\u202f»\u202f: donnez PALIER_ROLES=${prefix}. Rien n’a été changé.`,
  other_secret: () =>
    'La base refuse ce mot de passe\u202f: donnez les mêmes réglages (PALIER_SECRET, DATABASE_URL, PALIER_ROLES) qu’à l’installation qui tourne. Rien n’a été changé.',
  demo_database: () =>
    'Cette base est marquée «\u202fdémonstration\u202f» pour toujours\u202f: n’importe qui a pu y entrer. Donnez une autre base par DATABASE_URL, ou un autre dossier par PALIER_DATA.',
  real_database: () =>
    'Cette base est celle d’une vraie installation\u202f: Palier n’y ouvrira pas de démonstration. Donnez une autre base, ou PALIER_DEMO=0.',
} satisfies Record<string, (about: string) => string>

export type StartRefusalReason = keyof typeof startRefusals
