import { describe, expect, it } from 'vitest'
import { sensitiveColumns } from './sensitive-columns.ts'

const kindOf = (header: string, cells: readonly string[] = []) =>
  sensitiveColumns(
    [header],
    cells.map((cell) => [cell]),
  ).map(({ kind, by }) => `${kind} by ${by}`)[0]

describe('a header that names somebody', () => {
  it.each([
    ['Nom', 'name', 'alone, a name is a person’s'],
    ['Prénom', 'name', ''],
    ['Nom du locataire', 'name', ''],
    ['DEMANDEUR', 'name', ''],
    ['tenantName', 'name', 'words joined as programs do'],
    ['Téléphone sec.', 'phone', 'Signal Logement'],
    ['GSM', 'phone', ''],
    ['Adresse e-mail', 'email', ''],
    ['NIR', 'nir', ''],
    ['N° de sécurité sociale', 'nir', ''],
    ['Impayés', 'debt', ''],
    ['Solde locataire', 'debt', ''],
    ['Loyer dû', 'debt', ''],
  ])('«%s» is %s (%s)', (header, kind) => {
    expect(kindOf(header)).toBe(`${kind} by name`)
  })

  it.each([
    ['Nom de la résidence', 'a place has a name'],
    ['street_name', 'a street'],
    ['service_name', 'a service of the city'],
    ['Nom bailleur', 'an institution'],
    ['Soldé le', 'a file that is closed is «soldé»'],
    ['Date de solde', 'its day'],
    ['N° locataire', 'a number, told by its cells if it is more'],
    ['Nombre d’occupants', 'a count'],
    ['Nature', ''],
    ['Commune', ''],
  ])('«%s» is nobody’s (%s)', (header) => {
    expect(kindOf(header)).toBeUndefined()
  })
})

describe('cells that give somebody away under another header', () => {
  const remarks = ['fuite sous l’évier', 'rappeler', 'vu']
  it.each([
    [['0612345678', '06 98 76 54 32', '+33 1 44 55 66 77'], 'phone', 'mobiles and a landline'],
    [[...remarks, 'appeler au 06.12.34.56.78'], 'phone', 'one number in a remark'],
    [[...remarks, 'écrire à prenom.nom@example.org'], 'email', 'one address in a remark'],
    [['2 69 05 49 588 157 80', '188052A123456' + keyOf('1880519123456')], 'nir', 'with its key, Corsica too'],
    [['M. Exemple', 'Mme Modèle', 'Monsieur Essai', 'vide'], 'name', 'titles'],
  ])('%j is %s (%s)', (cells, kind) => {
    expect(kindOf('Colonne', cells)).toBe(`${kind} by content`)
  })

  it.each([
    [['2024000123', '2024000124', '2024000125'], 'numbers of files'],
    [['0123456789', 'A12', 'B14', 'C15'], 'one number among codes'],
    [['269054958815781', '269054958815782'], 'fifteen figures whose key is wrong'],
    [['Maison du quartier', 'Mairie'], 'M without a point is a word'],
    [['2024-03-05', '2024-03-06'], 'dates'],
    [[], 'an empty column'],
  ])('%j is nothing of the kind (%s)', (cells) => {
    expect(kindOf('Colonne', cells)).toBeUndefined()
  })
})

function keyOf(number: string): string {
  return String(97n - (BigInt(number) % 97n)).padStart(2, '0')
}
