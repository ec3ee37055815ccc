/** What is said of a workbook that is not a form: where, then what. */
import type { FormReason, FormRefusal, SheetName } from './domain/compile/refusal.ts'

const SHEETS: Record<SheetName, string> = {
  survey: 'Feuille survey',
  choices: 'Feuille choices',
  settings: 'Feuille settings',
  workbook: 'Classeur',
}

const SENTENCES = {
  sheet_absent: (what) => `il manque la feuille « ${what} ».`,
  sheet_not_supported: (what) => `la feuille « ${what} » n’est pas prise en charge.`,
  column_absent: (what) => `il manque la colonne « ${what} ».`,
  column_not_supported: (what) => `cette colonne n’est pas prise en charge (« ${what} »).`,
  type_absent: (what) => `il manque le type de « ${what} ».`,
  type_unknown: (what) => `« ${what} » n’est pas un type de question.`,
  type_not_supported: (what) => `le type « ${what} » n’est pas pris en charge.`,
  name_absent: (what) => `il manque un nom à cette ligne (« ${what} »).`,
  name_malformed: (what) =>
    `« ${what} » n’est pas un nom : il commence par une lettre ou _, puis lettres, chiffres, _, - ou point.`,
  name_reserved: (what) => `le nom « ${what} » est réservé.`,
  name_twice: (what) => `le nom « ${what} » est déjà pris dans ce groupe.`,
  repeat_name_twice: (what) => `deux répétitions portent le nom « ${what} ».`,
  repeat_named_as_root: (what) => `la répétition « ${what} » porte le nom du formulaire.`,
  label_absent: (what) => `la question « ${what} » n’a ni libellé ni indication.`,
  calculation_absent: (what) => `le calcul « ${what} » est vide.`,
  end_without_begin: (what) => `« ${what} » se ferme sans avoir été ouvert.`,
  begin_without_end: (what) => `« ${what} » n’est jamais fermé.`,
  list_absent: (what) => `la liste « ${what} » n’a aucun choix dans la feuille choices.`,
  choice_name_absent: (what) => `un choix de la liste « ${what} » n’a pas de nom.`,
  choice_twice: (what) => `le choix « ${what} » est deux fois dans sa liste.`,
  file_unknown_kind: (what) => `« ${what} » doit finir par .csv, .xml ou .geojson.`,
  search_on_file: (what) => `« ${what} » lit déjà un fichier : retirez search().`,
  filter_with_other: (what) => `« ${what} » ne peut avoir à la fois or_other et un filtre.`,
  reference_unknown: (what) => `aucune question ne s’appelle « ${what} ».`,
  reference_ambiguous: (what) => `plusieurs questions s’appellent « ${what} ».`,
  references_without_comma: (what) => `séparez les questions par des virgules : « ${what} ».`,
  trigger_not_asked: (what) => `« ${what} » n’est pas posée : elle ne peut rien déclencher.`,
  expression_malformed: (what) => `cette expression ne se lit pas : « ${what} ».`,
  function_unknown: (what) => `la fonction « ${what} » n’est pas prise en charge.`,
  calculations_circle: (what) => `le calcul « ${what} » dépend de lui-même.`,
  parameters_malformed: (what) => `écrivez « clé=valeur clé=valeur » au lieu de « ${what} ».`,
  parameter_unknown: (what) => `le paramètre « ${what} » n’existe pas pour cette question.`,
  parameter_value: (what) => `la valeur de « ${what} » ne convient pas.`,
  parameter_appearance: (what) => `ces paramètres ne vont pas avec l’apparence « ${what} ».`,
  formula_not_supported: (what) =>
    `la cellule ${what} contient une formule de tableur. Collez sa valeur, ou écrivez un calcul de la feuille survey.`,
} satisfies Record<FormReason, (what: string) => string>

/** Where it is, and what is wrong there, apart: a table has a column for each. */
export const sayFormFault = ({ because, sheet, row, column, what, accepted }: FormRefusal) => ({
  sheet: SHEETS[sheet],
  row: row === null ? '' : String(row),
  column: column ?? '',
  fault: `${SENTENCES[because](what)}${sayAccepted(accepted)}`,
})

const sayAccepted = (accepted: readonly string[] = []): string =>
  accepted.length > 0 ? ` Valeurs admises : ${accepted.join(', ')}.` : ''

export function sayFormRefusal(refusal: FormRefusal): string {
  const { sheet, row, column, fault } = sayFormFault(refusal)
  const place = [sheet, ...(row ? [`ligne ${row}`] : []), ...(column ? [`colonne ${column}`] : [])]
  return `${place.join(', ')} : ${fault}`
}
