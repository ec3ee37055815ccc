import { describe, expect, it } from 'vitest'
import { sensitiveColumns } from './sensitive-columns.ts'

const kindOf = (header: string, cells: readonly string[], spread?: number) =>
  sensitiveColumns(
    [header],
    cells.map((cell) => [cell]),
    spread === undefined ? new Map() : new Map([[header, spread]]),
  )[0]?.kind

/** A column as long as a file: these, again and again. */
const often = (cells: readonly string[], times = 20): string[] =>
  Array.from({ length: times }, () => cells).flat()
const LONG_LIST =
  'Anurad Balan Chelva Devan Ezhil Kandas Maran Nallur Ponnam Ratnam Selvar Tharma Uthaya Vaithi Yogara Arula Bhavan Gunara Inpara Jeyara'
const UNKNOWN = LONG_LIST.split(' ').map((word, at, all) => `${word} ${all[(at + 7) % all.length]}in`)

describe('names of people under a header that does not say so', () => {
  it.each([
    ['Colonne 7', ['Jean Dupont', 'Fatima Benali', 'Mamadou Diallo'], 'given name, surname'],
    ['Objet', ['DUPONT Jean', 'BENALI Fatima', 'DIALLO Mamadou'], 'surname in capitals first'],
    ['Colonne 7', ['Dupont, Jean', 'Benali, Fatima'], 'a comma between'],
    ['Colonne 7', ['DUPONT JEAN', 'BENALI FATIMA', 'YILMAZ AYSE'], 'all in capitals'],
    ['Colonne 7', ['jean dupont', 'fatima benali', 'maria da silva'], 'no capitals'],
    [
      'Colonne 7',
      ['Jean-Pierre Le Goff', 'Maria da Conceição Ferreira', 'Aïcha El Amrani'],
      'hyphens, particles, accents',
    ],
    ['Colonne 7', ['DUPONT Jean et Marie', 'BENALI Karim / BENALI Nadia'], 'a couple'],
    ['Colonne 7', ['Jean Dupont (gardien)', 'Karim Benali (agent)'], 'a word in brackets'],
    ['Colonne 7', ['J. Dupont', 'F. Benali', 'M.-C. Silva'], 'initials'],
    ['Colonne 7', ['Famille Benali', 'Famille Dupont', 'Consorts Silva'], 'households'],
    ['Affecté', often(['Karim Benali', 'Julie Moreau']), 'few names that come back: agents are people too'],
    ['Colonne 7', ['Karim', 'Julie', 'Fatoumata', 'Mehmet'], 'given names alone'],
    [
      'Colonne 7',
      ['NGUYEN Thanhvy', 'SIVARA Kandasam', 'LEBRAZ Ewenig', 'KOROMAH Isata', 'ZHANGLI Meiling'],
      'given names unknown to us, written as registers do',
    ],
    ['Colonne 7', UNKNOWN, 'two capitalised words, each once, none of them known'],
    [
      'Colonne 7',
      [
        ...often(['Agence Nord'], 30),
        'Jean Dupont',
        'Aïcha Saïdi',
        'Ali Kaya',
        'Ana Lopes',
        'Li Wei',
        'Léa Roy',
        'Paul Morin',
        'Ines Diaz',
      ],
      'one cell in five, the others of the agency',
    ],
    [
      'Colonne 7',
      [...often(['Agence Nord'], 200), 'Jean Dupont', 'Aïcha Saïdi', 'Ali Kaya', 'Ana Lopes'],
      'few cells, most of the values',
    ],
    [
      'Résidence',
      ['Jean Dupont', 'Fatima Benali', 'Ali Kaya', 'Awa Traoré', 'Léa Roy', 'Ana Lopes'],
      'a header that says a place, and a person on each row',
    ],
  ])('«%s» %j', (header, cells) => {
    expect(kindOf(header, cells)).toBe('name')
  })

  it.each([
    [
      'Nature',
      often(['Fuite Eau', 'Porte Entrée', 'Street Light Outage', 'Ascenseur En Panne']),
      'kinds of request',
    ],
    [
      'Colonne 7',
      often(['Fuite Eau', 'Street Light Outage', 'Domestic Animal Issue']),
      'the same, under no header',
    ],
    [
      'Colonne 7',
      [
        'Résidence Jean Moulin',
        'Rue Victor Hugo',
        'Tour Jean Jaurès',
        'Cité Pierre Sémard',
        'Square Louise Michel',
      ],
      'streets bear the names of people',
    ],
    [
      'Colonne 7',
      ['Jean Moulin', 'Victor Hugo', 'Pierre Sémard', 'Marie Curie', 'Rosa Parks'],
      'those names without their street',
    ],
    [
      'Résidence',
      often([
        'Marie Laurencin',
        'Henri Wallon',
        'Les Tilleuls',
        'Suzanne Lenglen',
        'Clara Zetkin',
        'Jean Vilar',
      ]),
      'names of estates that come back, under a header that says so',
    ],
    [
      'Colonne 7',
      ['Saint-Denis', 'Saint Jean', 'Notre Dame', 'Villiers-le-Bel', 'Fontenay-aux-Roses'],
      'towns',
    ],
    ['Commune', often(['Nancy', 'Lorient', 'Clermont', 'Florence']), 'towns that are also given names'],
    [
      'Entreprise',
      often(['Martin Chauffage', 'Ets Bernard', 'Dupont SARL', 'Durand & Fils', 'Otis', 'Jean Lefebvre']),
      'firms',
    ],
    [
      'Colonne 7',
      often(['Martin Chauffage', 'Société Pierre Durand', 'Leroy Frères', 'Karim Plomberie']),
      'firms under no header',
    ],
    ['Colonne 7', often(['En Cours', 'Clos', 'Clos Sans Suite', 'Réparé']), 'statuses'],
    [
      'Colonne 7',
      often(['Jamaica Plain', 'Hyde Park', 'West Roxbury', 'South Boston', 'Beacon Hill']),
      'quarters of Boston',
    ],
    [
      'Colonne 7',
      often(['Agence Nord', 'Jean Dupont', ...Array.from({ length: 30 }, (_, at) => `Agence ${at}`)]),
      'one name among thirty agencies',
    ],
    [
      'Colonne 7',
      ['La porte ne ferme plus', 'Pas de chauffage depuis lundi', 'Marie rappellera demain matin'],
      'sentences',
    ],
    ['concept:name', ['register request', 'examine casually'], 'a log of events'],
    ['Désordres', often(['Humidité, Infiltration', 'Nuisibles (cafards)', 'Chauffage']), 'Signal Logement'],
    ['Colonne 7', [], 'nothing'],
  ])('is not said of «%s» %j', (header, cells) => {
    expect(kindOf(header, cells)).toBeUndefined()
  })
})

describe('addresses', () => {
  const street = [
    '12 rue des Lilas',
    '14 rue des Lilas',
    '3 bis avenue Foch',
    '8, bd de la Paix',
    '5 allée du Parc',
  ]
  it.each([
    [
      ['12 rue des Lilas, bât B, 3e étage, porte 12', '14 rue des Lilas, 1er étage, porte 2'],
      0.1,
      'a door, whatever comes back',
    ],
    [['12 rue des Lilas apt 14', '12 rue des Lilas Apt. 15'], 0.1, 'a flat'],
    [['apt 14', 'Appt n° 3', 'logement B12'], 0.1, 'a flat without its street'],
    [
      ['Bât B, esc 2, 3e étage, porte gauche', 'Résidence du Parc, RDC, porte 4'],
      0.1,
      'a door without its street',
    ],
    [['70 Ceylon St Apt 3B, Dorchester', '157 W Broadway Unit 2, Boston'], 0.1, 'in English'],
    [street, 0.95, 'a street and a number, each nearly once: houses'],
  ])('%j is a home (spread %d: %s)', (cells, spread) => {
    expect(kindOf('Colonne 7', cells, spread)).toBe('address')
  })

  it.each([
    [street, 0.2, 'buildings that many rows share'],
    [['Bâtiment A', 'Bâtiment B', 'Hall 3', 'Escalier 2'], 0.1, 'parts of a building'],
    [['Porte Entrée', 'Porte 2 vantaux', 'Porte de garage'], 0.1, 'doors that are broken'],
    [['Rue Victor Hugo', 'Place de la Mairie', 'Allée du Parc'], 0.9, 'streets without a number'],
    [['4853 S WOOD', '4837 S DAMEN', '1200 N STATE'], 0.9, 'a block of Chicago'],
    [['75011 Paris', '93200 Saint-Denis'], 0.9, 'towns'],
    [['3 jours', '2e passage', '1er rappel'], 0.9, 'numbers'],
  ])('%j is none (spread %d: %s)', (cells, spread) => {
    expect(kindOf('Colonne 7', cells, spread)).toBeUndefined()
  })

  it.each([
    ['N° logement', 'address'],
    ['Appartement', 'address'],
    ['N° de porte', 'address'],
    ['Type d’appartement', undefined],
    ['Nature du logement', undefined],
    ['Étage', undefined],
    ['Logement', undefined],
  ])('«%s» is %s by its name', (header, kind) => {
    expect(kindOf(header, [])).toBe(kind)
  })
})
