import { createHash } from 'node:crypto'
import { newId } from '../../src/kernel/ids.ts'
import { at, fresh, nextNumber, type Row, type Whose } from './sample-values.ts'

const ofSource = (w: Whose) => ({ source_id: w.parents.source, id: undefined })
/** Files in, and what leaves of them. */
export const SOURCE_SAMPLES: Record<string, (w: Whose) => Row> = {
  data_agreement: (w) => ({
    title: 'Convention',
    giver: 'Bailleur',
    purpose: 'Compter les attentes',
    valid_from: '2026-01-01',
    valid_until: '2027-01-01',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  source: (w) => ({
    name: fresh(),
    agreement_id: w.parents.data_agreement,
    map: '{}',
    time_zone: 'Europe/Paris',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  source_upload: (w) => ({
    file_name: 'demandes.csv',
    sha256: '00',
    bytes: 1,
    storage_key: fresh(),
    state: 'received',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  source_vintage: (w) => ({
    source_id: w.parents.source,
    vintage: nextNumber() + 1,
    file_name: 'demandes.csv',
    sha256: '00',
    bytes: 1,
    rows: 1,
    kept: 1,
    rejected: '{}',
    as_of: '2026-11-01',
    map: '{}',
    facts: '{}',
    changes: '{}',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  source_stratum: (w) => ({ ...ofSource(w), stratum_id: nextNumber(), place: fresh(), category: '' }),
  source_case: (w) => ({
    ...ofSource(w),
    case_key: newId(new Date()),
    stratum_id: 0,
    opened_day: 20_000,
    outcome: 0,
    first_vintage: 1,
    last_vintage: 1,
  }),
  source_reject: (w) => ({
    ...ofSource(w),
    vintage: 1,
    row_no: nextNumber(),
    reason: 'missing_opened',
    header: 'ouverte',
    value: '',
    cells: '[""]',
  }),
  source_cell: (w) => ({
    ...ofSource(w),
    stratum_id: 0,
    opened_day: nextNumber(),
    closed_day: 2_147_483_647,
    outcome: 0,
    known_from: 20_000,
    n: 1,
  }),
  source_wait: (w) => ({
    ...ofSource(w),
    place: '*',
    category: '*',
    opened_month: nextNumber(),
    days: '{1}',
    entry_days: '{}',
    outcome: '{1}',
    n: '{1}',
  }),
  source_day: (w) => ({ ...ofSource(w), category: '*', day: nextNumber(), opened: 1, closed: 0 }),
  waits_release: (w) => ({
    clock: 'complaints',
    headers: '',
    digest: fresh(),
    tally: '{}',
    taken_by: w.accountId,
    taken_at: at,
  }),
}

const ofCampaign = (w: Whose) => ({ campaign_id: w.parents.survey_campaign })
/** Doors knocked at. */
export const SURVEY_SAMPLES: Record<string, (w: Whose) => Row> = {
  instrument: (w) => {
    const form = JSON.stringify({ id: fresh() })
    const version = createHash('sha256').update(form).digest('hex')
    return { version, form, title: 'Essai', file_name: 'essai.xlsx', brought_by: w.accountId, brought_at: at }
  },
  survey_campaign: (w) => ({
    name: 'Chauffage',
    starts_on: '2026-11-01',
    ends_on: '2026-12-01',
    key_id: newId(new Date()),
    public_key: 'BA',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  survey_key: (w) => ({ ...ofCampaign(w), sealed_private_key: Buffer.from('scellé'), made_at: at }),
  survey_assignment: (w) => ({
    ...ofCampaign(w),
    staircase_id: w.parents.staircase,
    account_id: w.accountId,
    from_on: '2026-11-01',
    to_on: '2026-12-01',
    recorded_by: w.accountId,
    recorded_at: at,
    revoked_at: at,
  }),
  survey_device: (w) => ({ account_id: w.accountId, token_hash: Buffer.from(fresh()), enrolled_at: at }),
  survey_envelope: (w) => ({
    ...ofCampaign(w),
    sha256: fresh(),
    device_id: newId(new Date()),
    seq: 1,
    prev: '',
    key_id: newId(new Date()),
    body: Buffer.from('scellé'),
    sent_by: newId(new Date()),
    received_at: at,
    marks: '{}',
  }),
  survey_visit: (w) => ({
    ...ofCampaign(w),
    device_id: w.parents.survey_campaign,
    home_id: newId(new Date()),
    said_at: at,
    last_seq: 1,
    is_closed: true,
    is_replaced: false,
    shares_door: false,
  }),
  survey_said: (w) => ({
    ...ofCampaign(w),
    device_id: w.parents.survey_campaign,
    said: '{}',
  }),
  survey_complaint: (w) => ({
    ...ofCampaign(w),
    device_id: w.parents.survey_campaign,
    rank: 1,
    home_id: newId(new Date()),
    told: '00',
    opened_at: at,
  }),
  survey_set_aside: (w) => ({ ...ofCampaign(w), because: fresh(), n: 1 }),
}
