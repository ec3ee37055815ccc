import type { CodeWords } from './code-words.ts'

export const CODE_FR: CodeWords = {
  title: 'Un code pour aujourd’hui',
  lead: 'Ce qui est dit à une porte est scellé aussitôt\u202f: ce téléphone lui-même ne peut pas le relire. Avec un code de six chiffres, il en garde une copie pour la journée\u202f: une visite coupée se reprend, une visite du jour se corrige.',
  choose: 'Choisissez six chiffres',
  set: 'Poser ce code',
  isSet: 'Le code est posé. Il sera demandé après cinq minutes sans rien toucher, et ce soir tout s’efface.',
  yours: 'Votre code d’aujourd’hui',
  open: 'Ouvrir',
  remove: 'Retirer le code et effacer les copies',
  later: 'Continuer sans code',
  back: 'Retour',
  notSix: 'Il faut six chiffres, sans lettre ni espace.',
  needsNetwork:
    'Il faut du réseau pour poser un code\u202f: l’union en donne la moitié. Réessayez avant de partir.',
  unknownPhone: 'L’union ne connaît plus ce téléphone\u202f: préparez-le de nouveau, puis posez un code.',
  wrong: (left) => `Ce n’est pas ce code. Essais avant que les copies s’effacent\u202f: ${left}.`,
  limits: 'Ce que ce code ne protège pas',
  limitsSaid: [
    'Six chiffres font un million de codes\u202f: qui tient ce téléphone et sait en lire la mémoire les essaie tous en un jour environ.',
    'C’est pourquoi les copies s’effacent après douze heures, après dix codes faux, et dès que l’union retire ce téléphone et qu’il trouve du réseau.',
    'Ce qui est scellé ne s’ouvre ni avec ce code ni avec ce téléphone\u202f: seule l’union le lit, et il part même si les copies sont effacées.',
    'Pendant une visite, l’écran montre ce qui se dit\u202f: gardez le téléphone en main.',
    'Téléphone perdu\u202f? Dites-le tout de suite à l’union\u202f: elle le retire sur la page de la campagne.',
  ],
}
