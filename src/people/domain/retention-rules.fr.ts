import type { RetentionRule } from './retention.ts'
import { MINIMISED, RULES_OF_COMPLAINTS } from './retention-rules-of-complaints.fr.ts'
import { RULES_OF_SOURCES } from './retention-rules-of-sources.fr.ts'
import { RULES_OF_SURVEYS } from './retention-rules-of-surveys.fr.ts'

const SECURITY = 'CNIL, recommandation sur la journalisation du 14 octobre 2021'

/** What is kept how long: read by the job that purges and by the page that says so. Every table is here or below. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    table: 'person',
    keptFor: { years: 3 },
    countedFrom: 'le dernier contact avec la personne',
    why: 'Sans nouvelles depuis trois ans, l’union n’a plus de raison de garder une fiche.',
    source: `${MINIMISED}\u202f; usage de la CNIL\u202f: trois ans après le dernier contact`,
  },
  {
    table: 'occupancy',
    keptFor: { as: 'its_person' },
    countedFrom: 'la fiche de la personne',
    why: 'Dire où quelqu’un a vécu n’a de sens qu’avec sa fiche.',
    source: MINIMISED,
  },
  {
    table: 'consent',
    keptFor: { as: 'its_person' },
    countedFrom: 'la fiche de la personne',
    why: 'La preuve d’un accord dure autant que ce qu’il permet.',
    source: 'RGPD, article 7.1 (preuve du consentement)',
  },
  {
    table: 'merger',
    keptFor: { as: 'its_person' },
    countedFrom: 'la fiche de la personne',
    why: 'Tant que les fiches réunies existent, on peut les séparer.',
    source: MINIMISED,
  },
  ...RULES_OF_COMPLAINTS,
  ...RULES_OF_SURVEYS,
  ...RULES_OF_SOURCES,
  {
    table: 'invitation',
    keptFor: { days: 30 },
    countedFrom: 'la fin de validité de l’invitation',
    why: 'Une invitation expirée ne sert plus qu’à comprendre un malentendu récent.',
    source: MINIMISED,
  },
  {
    table: 'inbox',
    keptFor: { days: 30 },
    countedFrom: 'le jour où l’envoi a été repris',
    why: 'Le contenu est effacé à l’instant de la reprise\u202f; la trace d’un envoi repris reste un mois.',
    source: 'RGPD, article 7.3 (retrait du consentement)',
  },
  {
    table: 'passage',
    keptFor: { as: 'its_space' },
    countedFrom: 'la fermeture de l’espace',
    why: 'Ce qui est sorti doit rester retraçable\u202f; son contenu est effacé dès que l’accord est retiré.',
    source: 'RGPD, article 30 (registre)',
  },
  {
    table: 'form_receipt',
    keptFor: { days: 2 },
    countedFrom: 'la réception du formulaire',
    why: 'Un formulaire envoyé deux fois l’est dans la même journée.',
    source: MINIMISED,
  },
  {
    table: 'audit_line',
    keptFor: { years: 1 },
    countedFrom: 'la ligne',
    why: 'Savoir qui a lu ou écrit, sans jamais le contenu.',
    source: SECURITY,
  },
  {
    table: 'membership',
    keptFor: { as: 'its_space' },
    countedFrom: 'la fermeture de l’espace',
    why: 'Les décisions restent signées\u202f: qui avait quel cercle, et quand.',
    source: 'RGPD, article 5.2 (responsabilité)',
  },
  {
    table: 'account',
    keptFor: { as: 'its_account' },
    countedFrom: 'la suppression du compte',
    why: 'Une personne entre avec son adresse tant qu’elle a un compte.',
    source: 'RGPD, article 6.1.b',
  },
  {
    table: 'passkey',
    keptFor: { as: 'its_account' },
    countedFrom: 'la suppression du compte',
    why: 'Une clé d’accès se retire à tout moment par la personne.',
    source: 'RGPD, article 6.1.b',
  },
  {
    table: 'identity',
    keptFor: { as: 'its_account' },
    countedFrom: 'la suppression du compte',
    why: 'Relie le compte à celui de son administration.',
    source: 'RGPD, article 6.1.b',
  },
  {
    table: 'sign_in_link',
    keptFor: { days: 1 },
    countedFrom: 'la fin de validité du lien',
    why: 'Un lien de connexion vaut quinze minutes.',
    source: MINIMISED,
  },
  {
    table: 'challenge',
    keptFor: { as: 'its_use' },
    countedFrom: 'la demande d’une clé d’accès',
    why: 'Sert une fois\u202f; celles qui ont expiré partent à la demande suivante.',
    source: MINIMISED,
  },
  {
    table: 'session',
    keptFor: { days: 30 },
    countedFrom: 'la fin de la session',
    why: 'Chacun·e peut reconnaître un appareil qui n’est pas le sien.',
    source: SECURITY,
  },
  {
    table: 'draft',
    keptFor: { days: 1 },
    countedFrom: 'la fin de validité du brouillon',
    why: 'Ce qui a été écrit dans une session finie se reprend dans l’heure.',
    source: MINIMISED,
  },
  {
    table: 'attempt',
    keptFor: { days: 1 },
    countedFrom: 'l’essai',
    why: 'Limiter les essais sur une journée.',
    source: SECURITY,
  },
  {
    table: 'mail',
    keptFor: { days: 30 },
    countedFrom: 'la création du courriel',
    why: 'Savoir si un courriel est parti.',
    source: MINIMISED,
  },
  {
    table: 'publication',
    keptFor: { as: 'its_space' },
    countedFrom: 'le retrait de la publication',
    why: 'Ne contient que ce qu’une personne a choisi de publier\u202f; le retrait vide le contenu.',
    source: 'RGPD, article 7.3 (retrait du consentement)',
  },
]

/** Tables that say nothing of a person, each with the reason. */
export const IMPERSONAL: Readonly<Record<string, string>> = {
  commune: 'annuaire',
  institution: 'annuaire',
  estate: 'annuaire',
  building: 'annuaire',
  staircase: 'annuaire',
  nomenclature: 'annuaire',
  home: 'une porte, qui reste quand on déménage',
  charter_rule: 'ce qu’une institution a promis, avec son document',
  space: 'le nom et les réglages d’une organisation',
  audit_seal: 'des empreintes',
  purge_register: 'des nombres',
  delivery: 'des identifiants de passage',
  first_link: 'une empreinte, avant que quiconque ait un compte',
}

/** @throws when a table has no rule: that is a bug. */
export function ruleOf(table: string): RetentionRule {
  const rule = RETENTION_RULES.find((r) => r.table === table)
  if (!rule) throw new Error(`no rule says how long ${table} is kept`)
  return rule
}
