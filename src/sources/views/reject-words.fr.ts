/** Why a row was not counted, and what mends it. A reason that this version does not know is shown as it is. */
export const REJECT_WORDS: Readonly<Record<string, { readonly name: string; readonly mend: string }>> = {
  unreadable_date: {
    name: 'date illisible',
    mend: 'Écrivez la date comme les autres de la colonne, ou laissez-la vide si elle n’est pas connue.',
  },
  missing_opened: {
    name: 'pas de date d’ouverture',
    mend: 'Sans elle, aucune attente ne se compte. Retrouvez-la dans le logiciel.',
  },
  closed_before_opened: {
    name: 'close avant d’être ouverte',
    mend: 'L’une des deux dates est fausse\u202f: vérifiez-les.',
  },
  repeated_id: {
    name: 'numéro déjà vu',
    mend: 'Une seule ligne par numéro est gardée. Si ce sont deux demandes, donnez-leur deux numéros.',
  },
  repeated_header: {
    name: 'ligne d’en-têtes au milieu du fichier',
    mend: 'Elle vient de fichiers mis bout à bout\u202f: rien à faire.',
  },
  opened_after_as_of: {
    name: 'ouverte après la date d’extraction',
    mend: 'Vérifiez la date d’extraction\u202f; sinon, la date d’ouverture.',
  },
  never_at_risk: {
    name: 'finie avant que le fichier ne puisse la voir',
    mend: 'Le fichier ne garde les demandes anciennes que si elles étaient encore ouvertes\u202f: celle-ci ne devrait pas y être.',
  },
  status_contradicts_dates: {
    name: 'le statut dit le contraire des dates',
    mend: 'Par exemple «\u202fclos\u202f» sans date de clôture. Retrouvez ce qui est vrai.',
  },
  too_few_columns: {
    name: 'il manque des colonnes',
    mend: 'La ligne est coupée, souvent par un retour à la ligne dans un texte.',
  },
}

export const sayReject = (reason: string): { readonly name: string; readonly mend: string } =>
  REJECT_WORDS[reason] ?? { name: reason, mend: '' }

/** What a spreadsheet shows beside the cells of a rejected row; who reads the corrected file has no use for them. */
export const REJECT_HEADERS = ['raison', 'colonne', 'ce qui peut être fait', 'ligne du fichier'] as const
