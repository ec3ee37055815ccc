import { describe, expect, it } from 'vitest'
import { isSameName, phoneDigits, searchTextOf } from './person.ts'
import { readSearch, type Search } from './search-words.ts'

describe('one number, however it is written', () => {
  it.each([
    ['06 12 34 56 78', '0612345678', 'by pairs'],
    ['06.12.34.56.78', '0612345678', 'with dots'],
    ['+33 6 12 34 56 78', '0612345678', 'from abroad'],
    ['0033612345678', '0612345678', 'from abroad, dialled'],
    ['+33 (0)6 12 34 56 78', '0612345678', 'as letterheads write it'],
    ['+213 551 23 45 67', '213551234567', 'another country keeps its code'],
    ['', '', 'none'],
    ['après 18 h', '18', 'words are not digits'],
  ])('%j is %j: %s', (phone, digits) => {
    expect(phoneDigits(phone)).toBe(digits)
  })
})

describe('what a person is searched by', () => {
  it.each([
    ['Éloïse D’Angélo-Nguyễn', '06 12', 'eloise d angelo nguyen 0612', 'accents and apostrophes aside'],
    ['أمينة', '', 'امينة', 'in its own letters'],
    ['🦋', '', '🦋', 'signs alone still find somebody'],
  ])('%j %j is %j: %s', (name, phone, text) => {
    expect(searchTextOf({ name, phone })).toBe(text)
  })
})

describe('what is looked for', () => {
  it.each<[string, Search | undefined, string]>([
    ['', undefined, 'nothing'],
    ['  ?! ', { words: ['?!'], digits: '' }, 'signs'],
    ['Bencharki  Élodie', { words: ['bencharki', 'elodie'], digits: '' }, 'words in any order'],
    ['06 12 34', { words: ['06', '12', '34'], digits: '061234' }, 'the beginning of a number'],
    ['+33 6 12 34', { words: ['33', '6', '12', '34'], digits: '061234' }, 'the same from abroad'],
    ['12', { words: ['12'], digits: '' }, 'too short for a number: a street perhaps'],
    ['12 rue des Lilas', { words: ['12', 'rue', 'des', 'lilas'], digits: '' }, 'an address'],
  ])('%j: %s', (text, search) => {
    expect(readSearch(text)).toEqual(search)
  })
})

it('a name typed to confirm may differ by case, accents and spaces, and by nothing else', () => {
  expect(isSameName('  eloise  DUPRE ', 'Éloïse Dupré')).toBe(true)
  expect(isSameName('Eloise', 'Éloïse Dupré')).toBe(false)
  expect(isSameName('', '🦋')).toBe(false)
})
