import type { Circle } from '../access/circles.ts'
import { seedId, type SpaceKey } from './neighbourhood.ts'

type DemoPerson = {
  readonly key: string
  readonly name: string
  readonly space: SpaceKey
  readonly circles: readonly Circle[]
  readonly story: string
}

/** Whom a visitor of the demonstration can become. All invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'ines',
    name: 'Inès Valdour',
    space: 'tilleuls',
    circles: ['organiser'],
    story: 'Organise aux Tilleuls : connaît les portes, les gens, les promesses.',
  },
  {
    key: 'bruno',
    name: 'Bruno Terrasson',
    space: 'tilleuls',
    circles: ['steward'],
    story: 'Référent de l’entrée 14, où il habite.',
  },
  {
    key: 'aminata',
    name: 'Aminata Soulié',
    space: 'tilleuls',
    circles: ['canvasser'],
    story: 'Fait du porte-à-porte le samedi.',
  },
  {
    key: 'farid',
    name: 'Farid Montel',
    space: 'tilleuls',
    circles: ['treasurer'],
    story: 'Tient la caisse ; ne lit pas les fiches.',
  },
  {
    key: 'maryse',
    name: 'Maryse Louvain',
    space: 'tilleuls',
    circles: ['officer', 'administrator'],
    story: 'Au bureau de l’union : décide de ce qui sort.',
  },
  {
    key: 'jo',
    name: 'Jo Kermadec',
    space: 'tilleuls',
    circles: ['administrator'],
    story: 'Ouvre et ferme les accès ; ne lit aucun contenu.',
  },
  {
    key: 'salome',
    name: 'Salomé Ferrand',
    space: 'canal',
    circles: ['organiser', 'officer', 'administrator'],
    story: 'Porte presque seule l’Union du Canal.',
  },
  {
    key: 'denis',
    name: 'Denis Aubry',
    space: 'canal',
    circles: ['steward', 'administrator'],
    story: 'Référent du quai des Lavandières.',
  },
  {
    key: 'tomasz',
    name: 'Tomasz Brenner',
    space: 'brume',
    circles: ['organiser', 'administrator'],
    story: 'Organise à Saint-Brume.',
  },
  {
    key: 'yasmine',
    name: 'Yasmine Crozet',
    space: 'brume',
    circles: ['officer', 'administrator'],
    story: 'Au bureau des Hauts-de-Brume.',
  },
  {
    key: 'claire',
    name: 'Claire Dumontel',
    space: 'federation',
    circles: ['officer', 'administrator'],
    story: 'À la fédération : reçoit des décomptes, jamais de noms.',
  },
  {
    key: 'remi',
    name: 'Rémi Sauvage',
    space: 'federation',
    circles: ['organiser', 'administrator'],
    story: 'Aide les unions qui naissent.',
  },
  {
    key: 'gerard',
    name: 'Gérard Pontal',
    space: 'toits',
    circles: ['contact'],
    story: 'Au guichet du bailleur : voit ce qu’on lui adresse, rien d’autre.',
  },
  {
    key: 'helene',
    name: 'Hélène Marchoux',
    space: 'toits',
    circles: ['data_officer', 'administrator'],
    story: 'Prépare les fichiers du bailleur et en répond.',
  },
  {
    key: 'patrick',
    name: 'Patrick Delorge',
    space: 'toits',
    circles: ['decision_owner', 'administrator'],
    story: 'Décide et signe pour le bailleur.',
  },
  {
    key: 'solene',
    name: 'Solène Vatier',
    space: 'rives',
    circles: ['contact', 'decision_owner', 'administrator'],
    story: 'Guichet d’Habitat des Deux Rives.',
  },
  {
    key: 'marc',
    name: 'Marc Olivet',
    space: 'faubourg',
    circles: ['contact', 'administrator'],
    story: 'Guichet de Logis du Faubourg.',
  },
  {
    key: 'nadia',
    name: 'Nadia Roussel-Khan',
    space: 'ville',
    circles: ['contact', 'decision_owner', 'administrator'],
    story: 'À la mairie, suit les interpellations.',
  },
  {
    key: 'lea',
    name: 'Léa Castagne',
    space: 'institut',
    circles: ['lead', 'administrator'],
    story: 'Conduit le programme et décide.',
  },
  {
    key: 'sacha',
    name: 'Sacha Perrin-Diallo',
    space: 'institut',
    circles: ['assistant', 'administrator'],
    story: 'Prépare les comptes rendus et les calendriers ; ne décide pas.',
  },
  {
    key: 'ousmane',
    name: 'Ousmane Guerlin',
    space: 'institut',
    circles: ['examiner'],
    story: 'Examine les candidatures.',
  },
  {
    key: 'paule',
    name: 'Paule Estienne',
    space: 'institut',
    circles: ['participant'],
    story: 'Participe aux ateliers.',
  },
  {
    key: 'camille',
    name: 'Camille Hauterive',
    space: 'recherche',
    circles: ['researcher', 'administrator'],
    story: 'Chercheuse : des données pseudonymisées, sous convention.',
  },
  {
    key: 'dominique',
    name: 'Dominique Sarrat',
    space: 'recherche',
    circles: ['data_steward', 'administrator'],
    story: 'Garde les données de la recherche.',
  },
  {
    key: 'alix',
    name: 'Alix Fontvieille',
    space: 'recherche',
    circles: ['assistant'],
    story: 'Assiste la recherche.',
  },
]

export const demoAccountId = (key: string): string => seedId('account', key)
export const demoEmail = (key: string): string => `${key}@demo.palier.example`
