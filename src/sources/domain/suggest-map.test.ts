import { describe, expect, it } from 'vitest'
import { suggestMap } from './suggest-map.ts'
import { readWaitMap } from './wait-map.ts'

const columnsOf = (headers: readonly string[]) => {
  const { status, outcome, timeZone: _, ...columns } = suggestMap(headers, []).map
  return { ...columns, ...(status && { status: status.column }), ...(outcome && { outcome: outcome.column }) }
}

describe('columns named as landlords name them', () => {
  it.each([
    [
      [
        'N° demande',
        'Date de création',
        'Date de clôture',
        'Statut',
        'Motif de clôture',
        'Résidence',
        'Nature',
      ],
      {
        id: 'N° demande',
        opened: 'Date de création',
        closed: 'Date de clôture',
        status: 'Statut',
        outcome: 'Motif de clôture',
        place: 'Résidence',
        category: 'Nature',
      },
    ],
    [
      ['REF', 'DT_CREA', 'DT_CLOT', 'ETAT', 'GROUPE', 'CORPS ETAT'],
      { id: 'REF', opened: 'DT_CREA', closed: 'DT_CLOT', status: 'ETAT', place: 'GROUPE' },
    ],
    [
      ['Numéro de dossier', 'Reçu le', 'Soldé le', 'Suite donnée', 'Bâtiment', 'Objet de la demande'],
      {
        id: 'Numéro de dossier',
        opened: 'Reçu le',
        closed: 'Soldé le',
        outcome: 'Suite donnée',
        place: 'Bâtiment',
        category: 'Objet de la demande',
      },
    ],
    [['Couleur', 'Forme'], {}],
  ])('%j', (headers, expected) => {
    expect(columnsOf(headers)).toEqual(expected)
  })

  it.each([
    [
      'dates, some still awaited',
      [
        ['2026-01-01', '05/01/2026'],
        ['2026-01-02', ''],
      ],
      { opened: 'Ouvert', closed: 'Clos' },
    ],
    [
      'yes and no',
      [
        ['oui', 'non'],
        ['non', 'oui'],
      ],
      {},
    ],
    ['nothing that was seen', [], {}],
  ])('«Ouvert» and «Clos» are what they hold: %s', (_, sample, expected) => {
    const { timeZone: __, ...columns } = suggestMap(['Ouvert', 'Clos'], sample).map
    expect(columns).toEqual(expected)
  })

  it('never a column that looks personal', () => {
    const sample = [['M. Exemple'], ['Mme Modèle']]
    expect(suggestMap(['Résidence'], sample).map.place).toBeUndefined()
  })
})

describe('files whose publisher is known', () => {
  it.each([
    [
      'Boston 311',
      'case_id,open_date,close_date,target_close_date,case_topic,closure_reason',
      'America/New_York',
    ],
    ['Chicago 311', 'Creation_Date,Status,Completion_Date,Service_Request_Number,Ward', 'America/Chicago'],
    [
      'Signal Logement',
      'Référence;Déposé le;Statut;Nom;Commune;Désordres;Clôturé le;Motif de clôture',
      'Europe/Paris',
    ],
    ['Open311', 'service_request_id,status,service_name,requested_datetime,updated_datetime', 'Europe/Paris'],
  ])('%s', (name, headers, timeZone) => {
    const { preset, map } = suggestMap(headers.split(/[,;]/), [])
    expect([preset, map.timeZone]).toEqual([name, timeZone])
    expect(readWaitMap(map).ok).toBe(true)
  })

  it('what an Open311 file calls updated is no closing', () => {
    const { map } = suggestMap(['service_request_id', 'status', 'requested_datetime', 'updated_datetime'], [])
    expect(map.closed).toBeUndefined()
  })
})

describe('statuses and reasons read by their words', () => {
  it('each value of the column, a repetition said besides', () => {
    const sample = ['Completed', 'Open', 'Completed - Dup', 'Open - Dup', 'Soldé', 'Z9', ''].map((cell) => [
      cell,
    ])
    expect(suggestMap(['Statut'], sample).map.status).toEqual({
      column: 'Statut',
      open: ['Open', 'Open - Dup'],
      closed: ['Completed', 'Completed - Dup', 'Soldé'],
      duplicate: ['Completed - Dup', 'Open - Dup'],
    })
  })

  it.each([
    ['Travaux réalisés', 'repaired'],
    ['Resolved', 'repaired'],
    ['Sans suite', 'closed_without_repair'],
    ['Refus de travaux', 'closed_without_repair'],
    ['Logement décent / Pas d’infraction', 'closed_without_repair'],
    ['Noted', 'closed_without_repair'],
    ['Annulée par le demandeur', 'withdrawn'],
    ['Départ occupant', 'withdrawn'],
    ['Transmis au syndic', 'transferred'],
    ['Transitioned', 'transferred'],
    ['Autre', undefined],
  ])('«%s» means %s', (value, outcome) => {
    expect(suggestMap(['Motif'], [[value]]).map.outcome?.map[value]).toBe(outcome)
  })
})
