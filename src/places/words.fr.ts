import { COLUMN_NAMES } from './domain/homes-csv-columns.fr.ts'
import type { RejectReason, ImportRefusal, RowReason } from './domain/homes-csv.ts'
import { QUICK_LIMITS, type QuickRefusal } from './domain/quick-entry.fr.ts'
import { LIMITS, type ShapeRefusal } from './domain/staircase-shape.ts'

const q = (words: string): string => `«\u202f${words}\u202f»`

function sayShapeRefusal(refusal: ShapeRefusal): string {
  switch (refusal.because) {
    case 'floors_out_of_reach':
      return `${refusal.asked} étages, c’est trop\u202f: Palier compte de ${LIMITS.lowestFloor} à ${LIMITS.highestFloor}. Vérifiez le nombre, ou décrivez le bâtiment en plusieurs fois.`
    case 'floors_upside_down':
      return 'L’étage du bas est au-dessus de celui du haut\u202f: vérifiez l’ordre.'
    case 'no_doors':
      return 'Combien de portes par palier\u202f? Ajoutez par exemple «\u202f4 portes par palier\u202f».'
    case 'too_many_doors':
      return `${refusal.asked} portes par palier, c’est trop\u202f: au plus ${LIMITS.doorsPerLanding}. Pour un long couloir, faites deux entrées.`
    case 'label_twice':
      return `Deux portes du palier s’appellent ${q(refusal.label)}\u202f: donnez-leur deux noms.`
  }
}

/** Why a sentence of quick entry makes no building, and what to write instead. */
export function sayQuickRefusal(refusal: QuickRefusal): string {
  switch (refusal.because) {
    case 'not_understood':
      return `${q(refusal.words)} n’est pas compris. Suivez l’exemple, avec une virgule entre les morceaux.`
    case 'said_twice':
      return `${q(refusal.words)} redit ce qui était déjà dit\u202f: décrivez un seul bâtiment à la fois.`
    case 'no_building':
      return 'De quel bâtiment s’agit-il\u202f? Commencez par exemple par «\u202fbâtiment C\u202f».'
    case 'no_floors':
      return 'Combien d’étages\u202f? Ajoutez par exemple «\u202fR+8\u202f».'
    case 'too_many_staircases':
      return `${refusal.asked} entrées\u202f: il en faut de 1 à ${QUICK_LIMITS.staircases}.`
    case 'staircase_twice':
      return `Deux entrées s’appellent ${q(refusal.name)}\u202f: donnez-leur deux noms.`
    case 'name_too_long':
      return 'Un nom est trop long\u202f: 100 caractères au plus, 300 pour un bâtiment.'
    case 'too_many_labels':
      return `Il y a plus de noms (${refusal.labels}) que de portes ou d’entrées (${refusal.doors})\u202f: corrigez l’un ou l’autre.`
    case 'too_many_homes':
      return `Cela ferait ${refusal.asked} logements\u202f: au plus ${QUICK_LIMITS.homes} à la fois. Faites plusieurs saisies.`
    case 'text_too_long':
      return `Le texte est trop long\u202f: ${QUICK_LIMITS.characters} caractères au plus.`
    default:
      return sayShapeRefusal(refusal)
  }
}

/** The choice of an import whose rows name their own estate. */
export const ESTATE_OF_EACH_ROW = 'Celle que dit chaque ligne'

/** Why a whole table was refused. */
export function sayTableRefusal(refusal: ImportRefusal): string {
  switch (refusal.because) {
    case 'too_heavy':
      return 'Ce fichier dépasse 2 Mo\u202f: coupez-le en plusieurs.'
    case 'not_a_table':
      return 'Ce fichier n’est pas un CSV. Dans votre tableur, prenez «\u202fEnregistrer sous\u202f», format CSV.'
    case 'empty_file':
      return 'Ce fichier ne contient aucune ligne.'
    case 'missing_columns':
      return `Il manque ${refusal.columns.length > 1 ? 'les colonnes' : 'la colonne'} ${refusal.columns.map((c) => q(COLUMN_NAMES[c])).join(', ')}. La première ligne du fichier doit porter leurs noms.`
    case 'column_twice':
      return `Deux colonnes disent ${q(COLUMN_NAMES[refusal.column])}\u202f: gardez-en une.`
    case 'too_many_rows':
      return `Ce fichier a ${refusal.rows} lignes\u202f: 5000 au plus. Coupez-le en plusieurs.`
  }
}

const REJECT_SENTENCES: Record<RejectReason, string> = {
  no_estate: 'La résidence manque.',
  unknown_estate: 'Cette résidence n’est pas dans l’annuaire\u202f: ajoutez-la d’abord, ou corrigez son nom.',
  ambiguous_estate: 'Plusieurs résidences portent ce nom\u202f: choisissez la bonne sur la page d’import.',
  no_building: 'Le bâtiment manque.',
  no_staircase: 'L’entrée manque.',
  no_floor: 'L’étage manque.',
  floor_not_read: `L’étage n’est pas compris\u202f: écrivez 3, RdC ou -1, entre ${LIMITS.lowestFloor} et ${LIMITS.highestFloor}.`,
  no_door: 'La porte manque\u202f: son rang sur le palier, ou son nom.',
  door_out_of_reach: `La porte est un rang sur le palier, de 1 à ${LIMITS.doorsPerLanding}. Un numéro comme 101 va dans Libellé.`,
  landing_full: `Le palier aurait plus de ${LIMITS.doorsPerLanding} portes\u202f: vérifiez les noms des portes.`,
  too_long: 'Un texte est trop long\u202f: 100 caractères pour l’entrée et la porte, 300 pour le reste.',
  same_door_twice: 'Cette porte est déjà plus haut dans le fichier.',
}

/** Why a row was left out, and how to mend it. */
export const sayReject = (why: RowReason): string =>
  why.because === 'another_estate'
    ? `Cette ligne dit ${q(why.said)}, et vous avez choisi ${q(why.chosen)}\u202f: laissez la colonne vide, ou choisissez ${q(ESTATE_OF_EACH_ROW)} sur la page d’import.`
    : REJECT_SENTENCES[why.because]

/** Every other refusal of this noun, in one sentence that says what to do. */
export const REFUSALS: Readonly<Record<string, string>> = {
  unknown_landlord: 'Choisissez un bailleur dans la liste, ou donnez son nom.',
  unknown_commune: 'Choisissez une commune dans la liste, ou donnez son nom et son code.',
  landlord_not_yours:
    'Votre cercle ne peut pas ajouter un bailleur\u202f: demandez à un·e organisateur·rice.',
  unknown_estate: 'Cette résidence n’existe plus.',
  unknown_staircase: 'Cette entrée n’existe plus.',
  door_out_of_reach: `L’étage va de ${LIMITS.lowestFloor} à ${LIMITS.highestFloor}, la porte de 1 à ${LIMITS.doorsPerLanding}.`,
  shape_not_yours:
    'Cette porte sort du plan de l’entrée\u202f: demandez à un·e organisateur·rice de l’ajouter.',
  door_there: 'Cette porte est déjà là.',
  same_home: 'C’est le même logement\u202f: choisissez-en un autre.',
  unknown_home: 'Choisissez un logement de la liste.',
  merged_already: 'L’un des deux a déjà été réuni à un autre\u202f: défaites d’abord cette réunion.',
  unknown_merger: 'Cette réunion est déjà défaite.',
  kept_is_merged:
    'Ce logement a lui-même été réuni à un autre ensuite\u202f: défaites d’abord cette réunion-là.',
  no_federation: 'Votre union n’est rattachée à aucune fédération.',
  nothing_to_share: 'Aucune résidence n’est assez grande et assez connue pour être partagée.',
  changed_since:
    'Les nombres ont changé depuis que cette page est ouverte\u202f: relisez-les, puis partagez.',
  not_yours_to_decide: 'Seul·e un·e responsable de l’union peut décider de partager.',
  unknown_passage: 'Ce décompte n’existe pas.',
  already_undone: 'Ce décompte est déjà repris.',
  staircase_differs:
    'Une entrée de ce nom existe déjà avec un autre plan\u202f: ajoutez ses portes depuis sa page, ou changez le nom.',
}

/** @throws when a refusal was added without its sentence. */
export function sayRefusal({ because }: { readonly because: string }): string {
  const sentence = REFUSALS[because]
  if (sentence === undefined) throw new Error(`no sentence for the refusal ${because}`)
  return sentence
}
