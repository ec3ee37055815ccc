import type { WaitMap } from './wait-map.ts'

/** A file whose columns are known: those that sign it, and how they tell waits. */
export type Preset = {
  readonly name: string
  /** All of these headers are there. */
  readonly signed: readonly string[]
  readonly map: WaitMap
}

/** Headers as their publishers write them; read in their own exports and documentation in November 2026. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'Signal Logement',
    signed: ['Référence', 'Déposé le', 'Clôturé le', 'Motif de clôture'],
    map: {
      id: 'Référence',
      opened: 'Déposé le',
      closed: 'Clôturé le',
      outcome: { column: 'Motif de clôture', map: {} },
      place: 'Commune',
      category: 'Désordres',
      timeZone: 'Europe/Paris',
    },
  },
  {
    name: 'Boston 311',
    signed: ['case_id', 'open_date', 'close_date', 'case_topic'],
    map: {
      id: 'case_id',
      opened: 'open_date',
      closed: 'close_date',
      outcome: { column: 'closure_reason', map: {} },
      place: 'neighborhood',
      category: 'case_topic',
      timeZone: 'America/New_York',
    },
  },
  {
    name: 'Chicago 311',
    signed: ['Creation_Date', 'Status', 'Completion_Date', 'Service_Request_Number'],
    map: {
      id: 'Service_Request_Number',
      opened: 'Creation_Date',
      closed: 'Completion_Date',
      status: { column: 'Status' },
      place: 'Ward',
      category: 'What_is_the_Nature_of_this_Code_Violation',
      timeZone: 'America/Chicago',
    },
  },
  {
    name: 'Open311',
    signed: ['service_request_id', 'requested_datetime', 'status'],
    map: {
      id: 'service_request_id',
      opened: 'requested_datetime',
      closed: 'closed_datetime',
      status: { column: 'status' },
      category: 'service_name',
    },
  },
]
