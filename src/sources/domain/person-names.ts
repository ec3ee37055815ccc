import { foldText } from '../../kernel/fold-text.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { NAMES_OF_PLACES } from './names-of-places.ts'

/**
 * Whether a column holds names of people, whatever its header says: decided from the share of its cells that look like one,
 * never from one cell, since «Jean Moulin» may be an estate.
 * `spread`: distinct values by cell, of the whole file; `isOfThings`: the header says a place, a firm, a kind of request.
 */
export function holdsPersonNames(
  cells: readonly string[],
  { spread, isOfThings }: { readonly spread: number; readonly isOfThings: boolean },
): boolean {
  const looks = cells.map(lookOf)
  const values = new Map(cells.map((cell, at) => [foldText(cell), looks[at] ?? 'other'] as const))
  const share = (wanted: readonly Look[]): number =>
    Math.max(shareOf(looks, wanted), values.size < LEAST_VALUES ? 0 : shareOf([...values.values()], wanted))
  const people = [...values.values()].filter((look) => NAMED.includes(look)).length
  if (isOfThings) {
    const enough = people >= LEAST_VALUES ? OFTEN : NEARLY_ALL
    return people >= LEAST_PEOPLE && spread >= NEARLY_ALL && share(NAMED) >= enough
  }
  if (people > 0 && share(NAMED) >= (people > 1 ? SOMETIMES : MOSTLY)) return true
  if (share(['given_alone', 'uncased', 'initial', ...NAMED]) >= MOSTLY && people + values.size > 1)
    return true
  const shaped = share(['shape', 'capitals', 'initial', ...NAMED])
  const known = share(['capitals', ...NAMED])
  if (values.size < LEAST_VALUES || spread < NEARLY_ALL) return false
  return shaped >= MOSTLY && (known >= MOSTLY || (values.size >= MANY_VALUES && shaped >= NEARLY_ALL))
}

const [SOMETIMES, OFTEN, MOSTLY, NEARLY_ALL] = [0.2, 0.3, 0.5, 0.8]
const LEAST_VALUES = 5
const LEAST_PEOPLE = 3
const MANY_VALUES = 20

const shareOf = (looks: readonly Look[], wanted: readonly Look[]): number =>
  looks.length === 0 ? 0 : looks.filter((look) => wanted.includes(look)).length / looks.length

/**
 * `named`: a title or a known given name beside another word; `given_alone`: only that name; `uncased`: the same without
 * capitals; `initial`: «J. Dupont»; `capitals`: «BENALI Fatima»; `shape`: two or three capitalised words.
 */
type Look = 'named' | 'given_alone' | 'uncased' | 'initial' | 'capitals' | 'shape' | 'other'
const NAMED: readonly Look[] = ['named']

function lookOf(cell: string): Look {
  const pieces = cell.replace(/\([^)]*\)/g, ' ').split(/\s+(?:et|and|ou)\s+|\s*[&/;+]\s*/)
  const looks = pieces.map((piece) => lookOfOne(piece.trim()))
  return LOOKS.find((look) => looks.includes(look) && !looks.includes('other')) ?? 'other'
}

const LOOKS = ['named', 'capitals', 'initial', 'uncased', 'given_alone', 'shape'] as const

const TITLE =
  /^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|mrs\.?|ms\.?|dr\.?|famille|consorts|veuve|vve)\s+/iu
const WORD = /^\p{L}[\p{L}'’.-]*$/u
const CAPITALS = /^[\p{Lu}'’-]{2,}$/u
const CAPITALISED = /^\p{Lu}[\p{L}'’-]*\p{Ll}$/u
const INITIAL = /^(?:\p{Lu}\.)+-?(?:\p{Lu}\.)?$/u
/** Words inside names that say nothing by themselves. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de du des da do dos das d le la les van von der den el al ben bent bint bin abd abdel ait ould mc mac di del della'.split(
    ' ',
  ),
)

function lookOfOne(piece: string): Look {
  const named = piece.replace(TITLE, '')
  const words = named.split(/[\s,]+/).filter((word) => word !== '')
  if (words.length === 0 || words.length > 6 || !words.every((word) => WORD.test(word))) return 'other'
  const folded = words.map(foldText)
  if (folded.some((word) => isOfThings(word))) return 'other'
  const told = words.filter((_, at) => !PARTICLES.has(folded[at] ?? ''))
  if (told.length === 0 || told.length > 4) return 'other'
  if (told.some((word) => INITIAL.test(word))) return isInitialed(told) ? 'initial' : 'other'
  return lookOfWords(told, told.length < words.length, named.length < piece.length)
}

const isInitialed = (told: readonly string[]): boolean =>
  told.filter((word) => INITIAL.test(word)).length === 1 &&
  told.length <= 3 &&
  told.every((word) => INITIAL.test(word) || CAPITALS.test(word) || CAPITALISED.test(word))

function lookOfWords(told: readonly string[], hasParticle: boolean, hasTitle: boolean): Look {
  const folded = told.map(foldText)
  const isGiven = folded.some((word) => GIVEN_NAMES.has(word) || GIVEN_NAMES.has(word.split(' ')[0] ?? ''))
  const isCased = told.every((word) => CAPITALS.test(word) || CAPITALISED.test(word))
  if (isGiven && folded.some((word) => NAMES_OF_PLACES.has(word)) && !hasTitle) return 'other'
  if (told.length === 1) return hasTitle ? 'named' : isGiven && !hasParticle ? 'given_alone' : 'other'
  if (isGiven) return isCased ? 'named' : told.length <= 3 ? 'uncased' : 'other'
  if (!isCased || told.length > 3) return 'other'
  const capitals = told.filter((word) => CAPITALS.test(word)).length
  return capitals > 0 && capitals < told.length ? 'capitals' : 'shape'
}

/** Words of streets, estates, firms, requests and services: a name beside them is theirs. */
const THINGS =
  /^(?:rue|avenue|av|bd|bld|boulevard|place|pl|allee|impasse|chemin|quai|cours|square|route|passage|villa|cite|residence|res|tour|immeuble|imm|batiment|bat|esc|escalier|hall|entree|porte|etage|appartement|logement|parc|jardins?|clos|domaine|hameau|lotissement|quartier|secteur|zone|zac|hlm|ilot|groupe|ensemble|programme|site|agence|antenne|mairie|ville|commune|canton|ecole|college|lycee|gymnase|stade|piscine|creche|foyer|centre|maison|hotel|theatre|musee|bibliotheque|mediatheque|eglise|chapelle|gare|station|pont|port|moulin|saint|sainte|st|ste|notre|dame|north|south|east|west|upper|lower|street|road|lane|drive|court|hill|bay|park|end|point|heights|village|square|center|downtown|plain|main|sarl|sas|sasu|sa|eurl|sci|scop|ets|etablissements?|entreprise|societe|cie|compagnie|groupement|fils|freres|associes|association|asso|syndicat|conseil|service|services|department|dept|division|team|office|bureau|direction|pole|accueil|gestion|regie|company|inc|ltd|llc|corp|group|chauffage|plomberie|ascenseurs?|electricite|toiture|couverture|menuiserie|serrurerie|peinture|nettoyage|renovation|travaux|batiments?|energies?|thermique|climatisation|froid|maintenance|depannage|eau|gaz|fuite|panne|degat|degats|infiltration|humidite|moisissures?|chaudiere|radiateur|robinet|wc|vmc|fenetre|volet|interphone|lumiere|eclairage|nuisibles|cafards?|rats?|punaises?|bruit|proprete|ordures|poubelles?|parking|cave|parties?|communes?|exterieur|interieur|request|issue|light|outage|removal|pickup|repair|complaint|water|heat|trash|tree|sign|traffic|graffiti|pothole|animal|noise|building|housing|new|other|general|autre|divers|demande|ouvert|ouverte|ferme|fermee|clos|close|closed|open|encours|cours|attente|repare|resolu|nord|sud|est|ouest|grand|grande|haut|haute|bas|basse|vieux|vieille|nouveau|nouvelle|bel|belle|mont|val|vallee|bois|foret|plage|marche|halles?|metro|ligne|salle|espace|opera|palais|fondation|atelier|comedie|studio|cinema|cafe|bar|club)$/

const isOfThings = (word: string): boolean =>
  THINGS.test(word) || word.split(' ').some((part) => THINGS.test(part))
