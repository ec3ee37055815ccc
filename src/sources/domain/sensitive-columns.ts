import { foldText } from '../../kernel/fold-text.ts'
import { addressesIn } from './home-addresses.ts'
import { holdsPersonNames } from './person-names.ts'

/** What a column of a file of cases may hold of people, and that no count of waits needs. */
export const SENSITIVE_KINDS = ['name', 'phone', 'email', 'nir', 'debt', 'address'] as const
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number]

/** `by`: whether the header says it, or the cells do. */
export type SensitiveColumn = {
  readonly header: string
  readonly kind: SensitiveKind
  readonly by: 'name' | 'content'
}

/** Distinct values by filled cell, of the whole file, by header; where it is unknown the sample is asked. */
export type Spread = ReadonlyMap<string, number>

type Sample = readonly (readonly string[])[]

/**
 * The columns that look like names, phones, e-mails, NIR, debts or addresses of homes, by their header or by the cells of
 * the sample (rows of the file, in the order of the headers). A suspicion, not a proof: the agreement says what may be
 * read all the same.
 */
export function sensitiveColumns(
  headers: readonly string[],
  sample: Sample,
  spread: Spread = new Map(),
): SensitiveColumn[] {
  return headers.flatMap((header, at): SensitiveColumn[] => {
    const named = kindOfHeader(header)
    if (named) return [{ header, kind: named, by: 'name' }]
    const found = kindOfCells(header, filledCells(sample, at), spread.get(header))
    return found ? [{ header, kind: found, by: 'content' }] : []
  })
}

/** Columns of addresses of buildings, each said by many rows: they may come in, and whoever takes one is told. */
export function buildingAddresses(headers: readonly string[], sample: Sample): string[] {
  return headers.filter((_, at) => addressesIn(filledCells(sample, at)) === 'building')
}

const filledCells = (sample: Sample, at: number): string[] =>
  sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')

const HEADERS: readonly (readonly [SensitiveKind, RegExp])[] = [
  ['email', /\b(e ?mail|mail|courriel|adresse electronique|mel)\b/],
  ['phone', /\b(tel|telephone|phone|portable|mobile|gsm|numero d appel)\b/],
  ['nir', /\b(nir|securite sociale|numero secu|insee personne|ssn|soc(?:ial)? sec(?:urity)?)\b/],
  [
    'debt',
    /\b(dettes?|impayes?|arrieres?|solde (?:du )?(?:compte|locataire|debiteur)|loyers? dus?|recouvrement|contentieux|debts?|arrears|balance owed)\b/,
  ],
  [
    'name',
    /\b(prenoms?|patronyme|first ?name|last ?name|surname|full ?name|nom complet|nom prenom|etat civil)\b/,
  ],
  [
    'name',
    /\b(locataires?|occupante?s?|demandeu(r|se)s?|titulaires?|reclamante?s?|habitante?s?|tenants?|residents?|requesters?|callers?|proprietaires?|tiers)\b/,
  ],
]

/** «Nom» alone, or of a person; «Nom de la résidence» names a place. */
const BARE_NAME = /\b(noms?|name)\b/
const NOT_A_PERSON =
  /\b(residences?|batiments?|immeubles?|rues?|voies?|sites?|communes?|villes?|quartiers?|programmes?|groupes?|ensembles?|secteurs?|agences?|fichiers?|services?|equipes?|entreprises?|prestataires?|fournisseurs?|societes?|organismes?|bailleurs?|streets?|buildings?|departments?|categor\w+|types?|agency|teams?|neighborhoods?|districts?|codes?|topics?|queues?|sources?|problems?|desordres?|concept|expected|activity|events?|files?)\b/
/** «N° locataire», «Nombre d’occupants»: a number of theirs, not their name. */
const NOT_A_NAME =
  /\b(nombre|nb|no|num|numero|n|id|identifiant|ref|reference|code|statut|type|satisfaction|accord|date|present|averti|allocataire|days?|count|rate)\b/

/** «N° de porte», «Appartement»: the door of a household; «Type d’appartement» is none. */
const DOOR =
  /\b(?:appartement|apartment|flat|(?:n|no|numero) (?:de |du |d )?(?:porte|logement|appartement|lot)|porte palier)\b/
const NOT_A_DOOR = /\b(?:types?|nombre|nb|surface|etat|statut|categor\w+|motif|nature)\b/

function kindOfHeader(header: string): SensitiveKind | undefined {
  const words = foldText(header.replace(/([a-z])([A-Z])/g, '$1 $2'))
  const found = HEADERS.find(
    ([kind, pattern]) => pattern.test(words) && !(kind === 'name' && NOT_A_NAME.test(words)),
  )
  if (found) return found[0]
  if (DOOR.test(words) && !NOT_A_DOOR.test(words)) return 'address'
  return BARE_NAME.test(words) && !NOT_A_PERSON.test(words) && !NOT_A_NAME.test(words) ? 'name' : undefined
}

const EMAIL = /[^\s@;,]+@[^\s@;,]+\.[a-z]{2,}/i
const PHONE = /^(?:(?:\+|00)\d{1,3}[ .-]?(?:\(0\))?[1-9]|0[1-9])(?:[ .-]?\d{2}){4}$/
const PHONE_WITHIN = /(?:^|\D)(?:\+33 ?|0)[1-9](?:[ .-]\d{2}){4}(?:\D|$)/
const HONORIFIC = /^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|mrs\.?|ms\.?)\s+\p{L}/iu
const A_PLACE =
  /\b(?:lieux?|quartiers?|adresses?|city|towns?|wards?|areas?|zones?|ecoles?|stations?|lignes?|neighbou?rhoods?|suburbs?|familles?|motifs?|objets? de la demande|natures?|statuts?|status)\b/

/** Shares of the filled cells from which a column is what most of them look like. */
const MOSTLY = 0.5
const OFTEN = 0.2

function kindOfCells(
  header: string,
  cells: readonly string[],
  known: number | undefined,
): SensitiveKind | undefined {
  const share = (looks: (cell: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(looks).length / cells.length
  // One address written in the middle of a remark is already somebody's.
  if (cells.some((cell) => EMAIL.test(cell))) return 'email'
  if (share((cell) => PHONE.test(cell)) >= MOSTLY || cells.some((cell) => PHONE_WITHIN.test(cell)))
    return 'phone'
  if (share(isNir) >= OFTEN) return 'nir'
  if (share((cell) => HONORIFIC.test(cell)) >= OFTEN) return 'name'
  const spread = known ?? new Set(cells).size / Math.max(1, cells.length)
  const words = foldText(header)
  if (holdsPersonNames(cells, { spread, isOfThings: NOT_A_PERSON.test(words) || A_PLACE.test(words) }))
    return 'name'
  const addresses = addressesIn(cells)
  const eachItsOwn = cells.length >= LEAST_ADDRESSES && spread >= NEARLY_ALL
  return addresses === 'home' || (addresses === 'building' && eachItsOwn) ? 'address' : undefined
}

/** From these on, an address of a street and a number is most often that of one household. */
const NEARLY_ALL = 0.8
const LEAST_ADDRESSES = 5

const NIR = /^([12378]\d{4}(?:\d{2}|2[AB])\d{6})(\d{2})$/i

/** A French social security number with its key: 97 less the rest of the number by 97 (2A and 2B of Corsica count as 19 and 18). */
function isNir(cell: string): boolean {
  const [, number, key] = NIR.exec(cell.replace(/[\s.-]/g, '')) ?? []
  if (number === undefined || key === undefined) return false
  const digits = number.replace(/2A/i, '19').replace(/2B/i, '18')
  return 97n - (BigInt(digits) % 97n) === BigInt(key)
}
