// What a backup or a restore refuses, said to the person who typed the command.

export const backupRefusals = {
  file_in_the_way: (path: string) =>
    `${path} est un fichier, et il faut un dossier à cet endroit. Donnez un autre nom.`,
  not_empty: (path: string) =>
    `${path} n’est pas vide. Une sauvegarde n’écrase rien\u202f: donnez un dossier nouveau ou vide.`,
  not_writable: (path: string) => `Palier ne peut pas écrire dans ${path}.`,
  disk_full: (path: string) =>
    `Le disque est plein\u202f: rien n’a été gardé dans ${path}. Libérez de la place, puis recommencez.`,
  inside_cluster: (path: string) =>
    `${path} est dans le dossier de la base elle-même. Une sauvegarde va ailleurs, de préférence sur un autre disque.`,
  no_archive: () =>
    'Cette base n’archive pas ses journaux (archive_mode)\u202f: seule la base embarquée se sauvegarde ainsi. Pour un autre serveur, suivez le guide de l’administration.',
  archive_stuck: () =>
    'PostgreSQL n’a pas pu archiver ses derniers journaux à temps (disque plein\u202f?). La sauvegarde est abandonnée, rien n’a été gardé.',
  not_a_backup: (path: string) =>
    `${path} n’est pas une sauvegarde de Palier (manifest.json manque ou est illisible).`,
  altered: (files: string) => `La sauvegarde a été modifiée ou abîmée. Fichiers en cause\u202f: ${files}.`,
  cluster_there: (path: string) =>
    `${path} contient déjà une base. Arrêtez Palier, mettez ce dossier de côté, puis restaurez dans un dossier vide.`,
  wal_gap: (segment: string) =>
    `Il manque des journaux entre la sauvegarde et l’arrêt de la base (à partir de ${segment}). Partez d’une sauvegarde plus récente, ou restaurez celle-ci seule, telle qu’elle était à sa date.`,
  no_wal_there: (path: string) =>
    `${path} ne contient pas de base\u202f: il n’y a pas de journaux à y reprendre.`,
  still_running: (path: string) =>
    `La base de ${path} tourne encore. Arrêtez Palier avant de reprendre ses journaux.`,
} satisfies Record<string, (about: string) => string>
