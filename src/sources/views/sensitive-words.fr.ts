import { SENSITIVE_KINDS, type SensitiveKind } from '../domain/sensitive-columns.ts'

/** What a column may say of a person, as the page calls it. */
export const SENSITIVE_WORDS: Readonly<
  Record<SensitiveKind, { readonly name: string; readonly small: string }>
> = {
  name: {
    name: 'Noms de personnes',
    small: 'Nom ou prénom d’un·e locataire, d’un·e gardien·ne, d’un·e agent·e.',
  },
  phone: { name: 'Numéros de téléphone', small: 'Fixe ou mobile.' },
  email: { name: 'Adresses de courriel', small: 'Personnelles ou de travail.' },
  nir: { name: 'Numéros de sécurité sociale', small: 'Aucune mesure d’attente n’en a besoin.' },
  address: {
    name: 'Adresses de logements',
    small:
      'Une porte, un étage, un numéro d’appartement, ou une adresse par ménage. L’adresse d’un immeuble que beaucoup de demandes partagent n’en est pas une.',
  },
  debt: { name: 'Dettes et impayés', small: 'Solde, retard de loyer, procédure.' },
}

export const isSensitiveKind = (word: string): word is SensitiveKind =>
  SENSITIVE_KINDS.some((kind) => kind === word)
