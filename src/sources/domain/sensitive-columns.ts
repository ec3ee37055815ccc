import { foldText } from '../../kernel/fold-text.ts'

/** What a column of a file of cases may hold of people, and that no count of waits needs. */
export const SENSITIVE_KINDS = ['name', 'phone', 'email', 'nir', 'debt'] as const
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number]

/** `by`: whether the header says it, or the cells do. */
export type SensitiveColumn = {
  readonly header: string
  readonly kind: SensitiveKind
  readonly by: 'name' | 'content'
}

/**
 * The columns that look like names, phones, e-mails, NIR or debts, by their header or by the cells of the sample (rows of
 * the file, in the order of the headers). A suspicion, not a proof: the agreement says what may be read all the same.
 */
export function sensitiveColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): SensitiveColumn[] {
  return headers.flatMap((header, at): SensitiveColumn[] => {
    const named = kindOfHeader(header)
    if (named) return [{ header, kind: named, by: 'name' }]
    const found = kindOfCells(sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''))
    return found ? [{ header, kind: found, by: 'content' }] : []
  })
}

const HEADERS: readonly (readonly [SensitiveKind, RegExp])[] = [
  ['email', /\b(e ?mail|mail|courriel|adresse electronique|mel)\b/],
  ['phone', /\b(tel|telephone|phone|portable|mobile|gsm|numero d appel)\b/],
  ['nir', /\b(nir|securite sociale|numero secu|insee personne|ssn)\b/],
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
  /\b(residences?|batiments?|immeubles?|rues?|voies?|sites?|communes?|villes?|quartiers?|programmes?|groupes?|ensembles?|secteurs?|agences?|fichiers?|services?|equipes?|entreprises?|prestataires?|fournisseurs?|societes?|organismes?|bailleurs?|streets?|buildings?|departments?|categor\w+|types?|agency|teams?|neighborhoods?|districts?|codes?|topics?|queues?|sources?|problems?|desordres?)\b/
/** «N° locataire», «Nombre d’occupants»: a number of theirs, not their name. */
const NOT_A_NAME =
  /\b(nombre|nb|no|num|numero|n|id|identifiant|ref|reference|code|statut|type|satisfaction|accord|date|present|averti|allocataire|days?|count|rate)\b/

function kindOfHeader(header: string): SensitiveKind | undefined {
  const words = foldText(header.replace(/([a-z])([A-Z])/g, '$1 $2'))
  const found = HEADERS.find(
    ([kind, pattern]) => pattern.test(words) && !(kind === 'name' && NOT_A_NAME.test(words)),
  )
  if (found) return found[0]
  return BARE_NAME.test(words) && !NOT_A_PERSON.test(words) && !NOT_A_NAME.test(words) ? 'name' : undefined
}

const EMAIL = /[^\s@;,]+@[^\s@;,]+\.[a-z]{2,}/i
const PHONE = /^(?:(?:\+|00)\d{1,3}[ .-]?(?:\(0\))?[1-9]|0[1-9])(?:[ .-]?\d{2}){4}$/
const PHONE_WITHIN = /(?:^|\D)(?:\+33 ?|0)[1-9](?:[ .-]\d{2}){4}(?:\D|$)/
const HONORIFIC = /^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|mrs\.?|ms\.?)\s+\p{L}/iu

/** Shares of the filled cells from which a column is what most of them look like. */
const MOSTLY = 0.5
const OFTEN = 0.2

function kindOfCells(cells: readonly string[]): SensitiveKind | undefined {
  const share = (looks: (cell: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(looks).length / cells.length
  // One address written in the middle of a remark is already somebody's.
  if (cells.some((cell) => EMAIL.test(cell))) return 'email'
  if (share((cell) => PHONE.test(cell)) >= MOSTLY || cells.some((cell) => PHONE_WITHIN.test(cell)))
    return 'phone'
  if (share(isNir) >= OFTEN) return 'nir'
  return share((cell) => HONORIFIC.test(cell)) >= OFTEN ? 'name' : undefined
}

const NIR = /^([12378]\d{4}(?:\d{2}|2[AB])\d{6})(\d{2})$/i

/** A French social security number with its key: 97 less the rest of the number by 97 (2A and 2B of Corsica count as 19 and 18). */
function isNir(cell: string): boolean {
  const [, number, key] = NIR.exec(cell.replace(/[\s.-]/g, '')) ?? []
  if (number === undefined || key === undefined) return false
  const digits = number.replace(/2A/i, '19').replace(/2B/i, '18')
  return 97n - (BigInt(digits) % 97n) === BigInt(key)
}
