/** Rows of the reference table that are not rules of time, and why: what a page does not count it says. */
export const NOT_COUNTED: readonly { readonly row: number; readonly sentence: string }[] = [
  { row: 10, sentence: 'La liste des charges récupérables (décret 82-955) : une liste, pas un délai.' },
  {
    row: 11,
    sentence:
      'La température à l’intérieur (18 °C, 19 °C) : une mesure, pas un délai ; les pages lues se contredisent.',
  },
  {
    row: 22,
    sentence:
      'Un office HLM n’est probablement pas une administration envers ses locataires : les règles du CRPA restent hors du fil.',
  },
  { row: 24, sentence: 'Ce qui peut être demandé à la CADA : un périmètre, pas un délai.' },
  {
    row: 25,
    sentence: 'Le plan et le conseil de concertation locative : une obligation et un budget, pas un délai.',
  },
  { row: 27, sentence: 'La réunion trimestrielle des groupements de locataires : non vérifiée.' },
  { row: 28, sentence: 'Les accords collectifs locaux : lus dans un projet de texte de 2000 seulement.' },
  { row: 29, sentence: 'Les pétitions locales : des seuils de signatures, pas un délai.' },
  {
    row: 30,
    sentence: 'Les chartes des bailleurs : chacune se saisit avec son document, elle n’est pas une loi.',
  },
]
