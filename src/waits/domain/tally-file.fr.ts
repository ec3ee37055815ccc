import type { TallyRules } from '../../measure/tally.ts'
import type { TallyFileRefusal } from './tally-file-refusal.ts'

const RULE_WORDS: Readonly<Record<keyof TallyRules, string>> = {
  rules: 'la version des règles',
  days: 'la règle des jours (--days)',
  tie: 'la règle des égalités (--ties)',
  timeZone: 'le fuseau horaire (timeZone)',
  by: 'les colonnes des strates (--by)',
}

export function sayTallyFile(refusal: TallyFileRefusal): string {
  switch (refusal.because) {
    case 'cut_already':
      return 'Un décompte déjà groupé ne se protège pas une seconde fois\u202f: refaites-le depuis les fichiers, ou depuis des décomptes exacts (--unprotected).'
    case 'tally_absent':
      return `Il n’y a pas de fichier ${refusal.name}.`
    case 'tally_not_json':
      return `${refusal.name} n’est pas un décompte\u202f: ce n’est pas du JSON.`
    case 'tally_unread':
      return sayUnread(refusal.name, refusal.why)
    case 'tallies_differ':
      return `Ces décomptes ne s’ajoutent pas\u202f: ils n’ont pas en commun ${refusal.what.map((rule) => RULE_WORDS[rule]).join(', ')}. Refaites-les avec les mêmes règles.`
    case 'recurrence_not_tallied':
      return 'Des répétitions (intervals) ne se mettent pas en décompte\u202f: leur erreur demande le chemin de chaque cas.'
    case 'tally_in_days':
      return `Un décompte est en jours, et ces durées sont en ${UNIT_WORDS[refusal.unit] ?? refusal.unit}.`
    case 'by_sensitive':
      return `${refusal.headers.join(', ')}\u202f: ces colonnes disent qui sont les personnes. Un décompte ne se fait pas par elles\u202f: choisissez d’autres colonnes pour --by.`
    case 'all_withheld':
      return `Aucune des ${refusal.strata} strates ne compte assez de demandes (${refusal.least}) pour sortir d’ici. Prenez des strates plus larges avec --by.`
  }
}

const UNIT_WORDS: Readonly<Record<string, string>> = { hour: 'heures', month: 'mois' }

function sayUnread(
  name: string,
  why: Extract<TallyFileRefusal, { readonly because: 'tally_unread' }>['why'],
): string {
  switch (why.because) {
    case 'not_a_tally':
      return `${name} n’est pas un décompte de Palier (clé «\u202f${why.where}\u202f»).`
    case 'other_schema':
      return `${name} est un décompte d’une autre forme (schema ${why.found})\u202f: refaites-le avec cette version de Palier.`
    case 'other_rules':
      return `${name} est compté par les règles ${why.found}, et nous comptons par ${why.ours}\u202f: refaites-le avec cette version de Palier.`
    case 'broken_counts':
      return `Les nombres de ${name} se contredisent\u202f: il a été modifié ou coupé. Redemandez-le.`
  }
}
