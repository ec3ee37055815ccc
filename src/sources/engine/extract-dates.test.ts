import { describe, expect, it } from 'vitest'
import { readByMap, refusedByMap } from '../../../tools/testing/extracted-file.ts'
import { givenFiles } from '../../../tools/testing/given-files.ts'

const files = givenFiles()
const MAP = { opened: 'le', closed: 'fin' }
const column = (...days: string[]): string => `le;fin\n${days.map((day) => `${day};\n`).join('')}`

describe('a column of dates is read in one way, found in the whole of it', () => {
  it.each([
    ['ISO', ['2025-02-03'], 'yyyy-MM-dd', 'day', ['2025-02-03']],
    ['without zeros', ['2025-2-3', '2025-12-31'], 'yyyy-MM-dd', 'day', ['2025-02-03', '2025-12-31']],
    [
      'the day first, told by one day of them all',
      ['03/02/2025', '13/02/2025'],
      'dd/MM/yyyy',
      'day',
      ['2025-02-03', '2025-02-13'],
    ],
    [
      'the month first, told by one day of them all',
      ['03/02/2025', '02/13/2025'],
      'MM/dd/yyyy',
      'day',
      ['2025-03-02', '2025-02-13'],
    ],
    ['points', ['03.02.2025', '28.02.2025'], 'dd.MM.yyyy', 'day', ['2025-02-03', '2025-02-28']],
    ['dashes', ['3-2-2025', '28-2-2025'], 'dd-MM-yyyy', 'day', ['2025-02-03', '2025-02-28']],
    [
      'both orders give the same day',
      ['05/05/2025', '07/07/2025'],
      'dd/MM/yyyy',
      'day',
      ['2025-05-05', '2025-07-07'],
    ],
    [
      'months in words',
      ['3 février 2025', '1er mars 2025', '12-août-2025', 'mardi 3 févr. 2025', '5 DEC 2025'],
      'yyyy-MM-dd',
      'day',
      ['2025-02-03', '2025-03-01', '2025-08-12', '2025-02-03', '2025-12-05'],
    ],
    [
      'months in English words',
      ['3 Mar 2024', 'March 3, 2024', 'Sept. 12th, 2024', '3rd of May 2024', '03May2024'],
      'yyyy-MM-dd',
      'day',
      ['2024-03-03', '2024-03-03', '2024-09-12', '2024-05-03', '2024-05-03'],
    ],
    [
      'hours after months in words',
      ['3 février 2025 à 14h30', '4 février 2025 09:05'],
      'yyyy-MM-dd',
      'minute',
      ['2025-02-03', '2025-02-04'],
    ],
    ['eight digits', ['20250203'], 'yyyyMMdd', 'day', ['2025-02-03']],
    ['serials of a spreadsheet', ['45691', '45692'], 'excel', 'day', ['2025-02-03', '2025-02-04']],
    [
      'hours after the day',
      ['13/02/2025 14:30', '14/02/2025 9:05'],
      'dd/MM/yyyy',
      'minute',
      ['2025-02-13', '2025-02-14'],
    ],
    ['seconds', ['13/02/2025 14:30:59'], 'dd/MM/yyyy', 'instant', ['2025-02-13']],
    [
      'hours as people write them',
      ['13/02/2025 à 14h30', '13/02/2025 9h'],
      'dd/MM/yyyy',
      'minute',
      ['2025-02-13', '2025-02-13'],
    ],
    [
      'afternoons of elsewhere',
      ['02/13/2025 02:30:00 PM', '02/13/2025 11:59 PM'],
      'MM/dd/yyyy',
      'instant',
      ['2025-02-13', '2025-02-13'],
    ],
    [
      'instants of UTC are days of here',
      ['2025-02-03T23:30:00Z', '2025-07-03T21:59:59Z'],
      'yyyy-MM-dd',
      'instant',
      ['2025-02-04', '2025-07-03'],
    ],
    [
      'instants with their distance to UTC',
      ['2025-02-03 23:30:00+01', '2025-02-03T23:30-05:00'],
      'yyyy-MM-dd',
      'instant',
      ['2025-02-03', '2025-02-04'],
    ],
    [
      'all at midnight: days, not hours',
      ['13/02/2025 00:00:00', '14/02/2025 00:00:00'],
      'dd/MM/yyyy',
      'day',
      ['2025-02-13', '2025-02-14'],
    ],
    [
      'spaces around, no-break ones too',
      ['\u00a013/02/2025 ', '14/02/2025'],
      'dd/MM/yyyy',
      'day',
      ['2025-02-13', '2025-02-14'],
    ],
    ['a leap day', ['29/02/2024'], 'dd/MM/yyyy', 'day', ['2024-02-29']],
  ])('%s', async (_, days, format, precision, opened) => {
    const { extracted, cases, rejects } = await readByMap(files, column(...days), MAP)
    expect(rejects).toEqual([])
    expect(extracted.formats[0]).toEqual({ header: 'le', format, precision })
    expect(cases.map((one) => one.opened)).toEqual(opened)
  })

  it.each([
    [
      'nothing tells the day from the month',
      ['03/02/2025', '04/05/2025'],
      ['dd/MM/yyyy', 'MM/dd/yyyy'],
      ['03/02/2025', '04/05/2025'],
    ],
    ['one value is enough to doubt', ['03.02.2025'], ['dd.MM.yyyy', 'MM.dd.yyyy'], ['03.02.2025']],
    [
      'each order has values of its own',
      ['25/12/2024', '12/25/2024', '03/02/2025'],
      ['dd/MM/yyyy', 'MM/dd/yyyy'],
      ['03/02/2025'],
    ],
  ])('is asked: %s', async (_, days, formats, samples) => {
    expect(await refusedByMap(files, column(...days), MAP)).toEqual({
      because: 'ambiguous_dates',
      header: 'le',
      formats,
      samples,
    })
  })

  it('a year of two digits is asked', async () => {
    expect(await refusedByMap(files, column('25/12/24'), MAP)).toEqual({
      because: 'two_digit_years',
      header: 'le',
      formats: ['yy/MM/dd', 'dd/MM/yy'],
      samples: ['25/12/24'],
    })
  })

  it.each([
    ['dd/MM/yyyy', '03/02/2025', '2025-02-03'],
    ['MM/dd/yyyy', '03/02/2025', '2025-03-02'],
    ['d/M/yyyy HH:mm', '03/02/2025 14:00', '2025-02-03'],
    ['dd/MM/yy', '03/02/25', '2025-02-03'],
    ['MM/dd/yy', '03/02/25', '2025-03-02'],
    ['yy-MM-dd', '25-02-03', '2025-02-03'],
    ['ddMMyyyy', '03022025', '2025-02-03'],
    ['excel', '45691', '2025-02-03'],
  ])('dateFormat %s decides', async (dateFormat, told, opened) => {
    const { cases } = await readByMap(files, column(told), { ...MAP, dateFormat })
    expect(cases.map((one) => one.opened)).toEqual([opened])
  })

  it('a dateFormat leaves an ISO column of the same file alone', async () => {
    const { cases, extracted } = await readByMap(files, 'le;fin\n03/02/2025;2025-02-05\n', {
      ...MAP,
      dateFormat: 'dd/MM/yyyy',
    })
    expect(cases).toMatchObject([{ opened: '2025-02-03', closed: '2025-02-05' }])
    expect(extracted.formats.map(({ format }) => format)).toEqual(['dd/MM/yyyy', 'yyyy-MM-dd'])
  })

  it('a column that says neither takes the order of the other, and says so', async () => {
    const { cases, extracted } = await readByMap(files, 'le;fin\n30/01/2025;03/02/2025\n', MAP)
    expect(cases).toMatchObject([{ opened: '2025-01-30', closed: '2025-02-03' }])
    expect(extracted.notices).toContainEqual({
      because: 'order_of_other_column',
      header: 'fin',
      format: 'dd/MM/yyyy',
    })
  })

  it('a slip among many is a reject, not a doubt on the others', async () => {
    const days = Array.from({ length: 300 }, (_, at) => `${13 + (at % 15)}/01/2025`)
    const { extracted, rejects } = await readByMap(files, column(...days, '01/31/2025'), MAP)
    expect(extracted.kept).toBe(300)
    expect(rejects).toEqual([[302, 'unreadable_date', 'le', '01/31/2025']])
    expect(extracted.notices).toContainEqual({ because: 'mixed_formats', header: 'le', count: 1 })
  })
})

describe('a cell that says nothing', () => {
  it.each([
    '',
    '?',
    '-',
    '--',
    '—',
    'N/A',
    'n.a.',
    '#N/A',
    'NULL',
    '(null)',
    'NaN',
    'None',
    'inconnu',
    'Inconnue',
    'non renseigné',
    'Néant',
    '(vide)',
    '00/00/0000',
    '0000-00-00',
    '0',
    '1900-01-01',
    '01/01/1900 00:00',
    '30/12/1899',
    '31/12/9999',
    '0001-01-01',
  ])('«%s» as a closing: the case is open', async (told) => {
    const { cases, rejects } = await readByMap(
      files,
      `le;fin\n13/02/2025;${told}\n13/02/2025;14/02/2025\n`,
      MAP,
    )
    expect(rejects).toEqual([])
    expect(cases[0]).toMatchObject({
      row: 2,
      closed: null,
      closedAt: null,
      outcome: 0,
      isDate: [true, false],
    })
  })

  it('as an opening: the row is no case', async () => {
    const { rejects } = await readByMap(
      files,
      'le;fin\n?;14/02/2025\n13/02/2025;\n;13/02/2025\n1900-01-01;14/02/2025\n',
      MAP,
    )
    expect(rejects).toEqual([
      [2, 'missing_opened', 'le', '?'],
      [4, 'missing_opened', 'le', ''],
      [5, 'missing_opened', 'le', '1900-01-01'],
    ])
  })
})

describe('a date nobody can read', () => {
  it.each([
    ['a day that no month has', '31/02/2025'],
    ['29 February of a common year', '29/02/2025'],
    ['a thirteenth month and day', '13/13/2025'],
    ['a word', 'demain'],
    ['a year of another age', '13/02/0025'],
    ['an hour that no day has', '13/02/2025 25:61'],
    ['something after the day', '13/02/2025 environ'],
    ['another format than the column', '2025/02/13'],
  ])('%s', async (_, told) => {
    const { extracted, rejects } = await readByMap(
      files,
      column('13/01/2025 10:00', '14/01/2025 11:30', '15/01/2025', told),
      MAP,
    )
    expect(extracted.kept).toBe(3)
    expect(rejects).toEqual([[5, 'unreadable_date', 'le', told]])
  })
})

describe('the clock of the zone', () => {
  const span = 'le;fin\n'
  it.each([
    ['winter', 'Europe/Paris', '2025-01-15 08:00:00', '2025-01-15T07:00:00.000Z', '2025-01-15'],
    ['summer', 'Europe/Paris', '2025-07-15 08:00:00', '2025-07-15T06:00:00.000Z', '2025-07-15'],
    [
      'before the clock goes forward',
      'Europe/Paris',
      '2025-03-30 01:59:59',
      '2025-03-30T00:59:59.000Z',
      '2025-03-30',
    ],
    ['after it', 'Europe/Paris', '2025-03-30 03:00:00', '2025-03-30T01:00:00.000Z', '2025-03-30'],
    ['after it goes back', 'Europe/Paris', '2025-10-26 03:00:00', '2025-10-26T02:00:00.000Z', '2025-10-26'],
    [
      'UTC, the evening before there',
      'America/New_York',
      '2025-08-02 03:59:59+00',
      '2025-08-02T03:59:59.000Z',
      '2025-08-01',
    ],
    [
      'UTC, on the day the clock changes there',
      'America/New_York',
      '2025-03-09T07:00:00Z',
      '2025-03-09T07:00:00.000Z',
      '2025-03-09',
    ],
    [
      'where no clock changes',
      'Indian/Reunion',
      '2025-07-15 21:00:00Z',
      '2025-07-15T21:00:00.000Z',
      '2025-07-16',
    ],
  ])('%s', async (_, timeZone, told, at, day) => {
    const { cases } = await readByMap(files, `${span}${told};\n`, { ...MAP, timeZone })
    expect(cases).toMatchObject([{ openedAt: at, opened: day, isDate: [false, false] }])
  })

  it('a bare day begins at midnight there', async () => {
    const { cases } = await readByMap(files, `${span}2025-07-15;2025-07-16\n`, MAP)
    expect(cases).toMatchObject([
      { openedAt: '2025-07-14T22:00:00.000Z', closedAt: '2025-07-15T22:00:00.000Z', isDate: [true, true] },
    ])
  })

  it('days and hours may stand in one column: each says which it is', async () => {
    const { cases } = await readByMap(
      files,
      `${span}2025-07-15 14:00:00;2025-07-15\n2025-07-15;2025-07-15 09:00:00\n`,
      MAP,
    )
    expect(cases.map(({ isDate }) => isDate)).toEqual([
      [false, true],
      [true, false],
    ])
    expect(cases[0]).toMatchObject({ closedAt: '2025-07-15T12:00:00.000Z' })
  })

  it('texts that come back a hundred times are read as those that come once', async () => {
    const days = ['2025-07-15 14:00:00', '2025-03-30 03:00:00', '2025-07-15', '?', '2025-07-15T23:30:00Z']
    const once = await readByMap(files, column(...days), MAP)
    const often = await readByMap(files, column(...Array.from({ length: 100 }, () => days).flat()), MAP)
    const told = (one: (typeof once.cases)[number] | undefined) => [one?.opened, one?.openedAt, one?.isDate]
    expect(often.cases.slice(0, once.cases.length).map(told)).toEqual(once.cases.map(told))
    expect(often.extracted.kept).toBe(400)
    expect(often.rejects.length).toBe(100)
  })
})
