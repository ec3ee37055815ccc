import type { RelayWords } from './relay-words.ts'

export const RELAY_FR: RelayWords = {
  giveLead:
    'L’autre équipe photographie ce carré\u202f: son téléphone montre où vous êtes passé·es, sans réseau. Il ne tient aucun nom, rien de ce qui a été dit. Personne ne le signe\u202f: ce sont des indications.',
  square: 'Carré à photographier\u202f: les portes notées sur ce téléphone',
  doors: (count) => `Portes notées ici sur ce téléphone\u202f: ${count}`,
  none: 'Aucune porte de cette entrée n’est notée sur ce téléphone\u202f: rien à passer.',
  tooMany: 'Toutes ne tiennent pas dans un carré\u202f: les plus anciennes n’y sont pas.',
  share: 'Partager ou copier l’adresse',
  done: {
    shared: 'L’adresse est partagée.',
    copied: 'L’adresse est copiée.',
    by_hand: 'Sélectionnez l’adresse pour la copier.',
  },
  takeLead:
    'Avec l’appareil photo du téléphone, visez le carré de l’autre équipe et ouvrez l’adresse proposée. Sur iPhone elle s’ouvre dans Safari\u202f: copiez-la et collez-la ici.',
  photo: 'Photographier le carré',
  noSquare: 'Aucun carré ne se lit sur cette photo. Approchez-vous, ou collez l’adresse.',
  text: 'Adresse reçue',
  read: 'Lire',
  refused: {
    not_a_relay: 'Ce n’est pas une entrée passée par une autre équipe.',
    damaged: 'Ce texte est incomplet ou abîmé\u202f: reprenez le carré en entier.',
    newer_version:
      'L’autre téléphone a une version plus récente de Palier\u202f: mettez celui-ci à jour avec du réseau.',
  },
  anotherDay: (day) =>
    `Ce carré est du ${day}\u202f: il ne dit plus rien aujourd’hui. Demandez-en un nouveau.`,
  notYours: 'Cette entrée n’est pas dans vos tournées.',
}
