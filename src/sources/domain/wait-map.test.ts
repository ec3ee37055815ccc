import { describe, expect, it } from 'vitest'
import { mapRefusalInEnglish } from './map-refusal-in-english.ts'
import { sayMapRefusal } from './map-refusal-words.fr.ts'
import { checkAgainst, headersOf, readWaitMap } from './wait-map.ts'

const DATED = { opened: 'le', closed: 'fin' }
const WHOLE = {
  id: 'n',
  repeats: 'last',
  opened: 'le',
  closed: 'fin',
  status: { column: 's', open: ['o'], closed: ['c'], duplicate: ['d'] },
  dropDuplicates: true,
  outcome: { column: 'm', map: { fait: 'repaired', parti: 'withdrawn' } },
  entry: { column: 'vu' },
  place: 'lieu',
  category: 'famille',
  timeZone: 'Indian/Reunion',
  dateFormat: 'dd/MM/yyyy',
}

describe('a map is read strictly', () => {
  it.each([
    ['two columns', DATED],
    ['everything', WHOLE],
    ['an extract that holds older cases only if still open', { ...DATED, entry: { from: '2011-01-01' } }],
    ['from an instant', { ...DATED, entry: { from: '2011-01-01T00:00:00-06:00' } }],
    [
      'durations',
      { duration: { time: 't', event: 'e', eventValues: [1, 'oui'], entry: 'd', unit: 'month' } },
    ],
    ['recurrences', { intervals: { id: 'n', start: 'a', stop: 'b', event: 'e', eventValues: [1] } }],
    ['what waits still, without a column of closings', { opened: 'le' }],
  ])('%s', (_, json) => {
    expect(readWaitMap(json)).toEqual({ ok: true, value: json })
  })

  it.each([
    ['no object', [], { because: 'map_not_an_object' }],
    ['nothing to count', { id: 'n' }, { because: 'map_without_clock' }],
    [
      'unknown keys, all named',
      { ...DATED, colour: 1, Opened: 'x' },
      { because: 'unknown_map_keys', keys: ['colour', 'Opened'] },
    ],
    [
      'an unknown key inside',
      { ...DATED, status: { column: 's', ouvert: [] } },
      { because: 'unknown_map_keys', keys: ['status.ouvert'] },
    ],
    [
      'a key that every object has',
      JSON.parse('{"opened":"le","constructor":"x"}'),
      { because: 'unknown_map_keys', keys: ['constructor'] },
    ],
    [
      'a header that is no text',
      { opened: 3, closed: 'fin' },
      { because: 'wrong_map_value', key: 'opened', wanted: 'header' },
    ],
    [
      'an empty header',
      { opened: ' ', closed: 'fin' },
      { because: 'wrong_map_value', key: 'opened', wanted: 'header' },
    ],
    [
      'a missing part',
      { ...DATED, outcome: { column: 'm' } },
      { because: 'map_key_missing', key: 'outcome.map' },
    ],
    [
      'an unknown outcome',
      { ...DATED, outcome: { column: 'm', map: { a: 'fixed' } } },
      { because: 'wrong_map_value', key: 'outcome.map', wanted: 'outcomes' },
    ],
    [
      'another repeat',
      { ...DATED, repeats: 'all' },
      { because: 'wrong_map_value', key: 'repeats', wanted: 'repeats' },
    ],
    [
      'a text for true',
      { ...DATED, dropDuplicates: 'oui' },
      { because: 'wrong_map_value', key: 'dropDuplicates', wanted: 'boolean' },
    ],
    [
      'statuses that are no list',
      { ...DATED, status: { column: 's', open: 'o' } },
      { because: 'wrong_map_value', key: 'status.open', wanted: 'texts' },
    ],
    [
      'two rules of entry',
      { ...DATED, entry: { from: '2011-01-01', column: 'vu' } },
      { because: 'wrong_map_value', key: 'entry', wanted: 'from_or_column' },
    ],
    [
      'a day that does not exist',
      { ...DATED, entry: { from: '2011-02-31' } },
      { because: 'wrong_map_value', key: 'entry.from', wanted: 'day_or_instant' },
    ],
    [
      'a zone that does not exist',
      { ...DATED, timeZone: 'Europe/Lyon' },
      { because: 'wrong_map_value', key: 'timeZone', wanted: 'time_zone' },
    ],
    [
      'SQL for a zone',
      { ...DATED, timeZone: "UTC'; drop table raw" },
      { because: 'wrong_map_value', key: 'timeZone', wanted: 'time_zone' },
    ],
    [
      'a format that is none',
      { ...DATED, dateFormat: 'jj/mm/aaaa' },
      { because: 'wrong_map_value', key: 'dateFormat', wanted: 'date_format' },
    ],
    [
      'no value that means an event',
      { duration: { time: 't', event: 'e', eventValues: [], unit: 'day' } },
      { because: 'wrong_map_value', key: 'duration.eventValues', wanted: 'texts_or_numbers' },
    ],
    [
      'two clocks',
      { ...DATED, duration: { time: 't', event: 'e', eventValues: [1], unit: 'day' } },
      { because: 'map_mixes_clocks' },
    ],
    [
      'a key that recurrences do not have',
      { id: 'n', intervals: { id: 'n', start: 'a', stop: 'b', event: 'e', eventValues: [1] } },
      { because: 'map_mixes_clocks', keys: ['intervals', 'id'] },
    ],
  ])('refused: %s', (_, json, refusal) => {
    const read = readWaitMap(json)
    if (read.ok) throw new Error('was read')
    expect(read.refusal).toMatchObject(refusal)
    expect(sayMapRefusal(read.refusal)).toMatch(/\.$/)
    expect(mapRefusalInEnglish(read.refusal)).toMatch(/\.$/)
  })
})

describe('the headers of a map', () => {
  it('each once, in the order of the contract', () => {
    const read = readWaitMap({ ...WHOLE, category: 'lieu' })
    expect(read.ok && headersOf(read.value)).toEqual(['n', 'le', 'fin', 's', 'm', 'vu', 'lieu'])
  })

  it('absent ones are named, those of a cut too', () => {
    const absent = { because: 'columns_absent', absent: ['fin', 'famille'], present: ['le', 'Fin'] } as const
    expect(checkAgainst(DATED, ['le', 'Fin'], ['famille'])).toEqual({ ok: false, refusal: absent })
    expect(sayMapRefusal(absent)).toContain('«\u202ffin\u202f», «\u202ffamille\u202f»')
    expect(checkAgainst(DATED, ['fin', 'le']).ok).toBe(true)
  })
})
