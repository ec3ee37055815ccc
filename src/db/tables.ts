// Generated from the migrations by `npm run docs`; a test keeps it true. Do not edit.

import type { Generated } from 'kysely'

/** What a jsonb column gives back: read it with a schema before use. */
export type Json = unknown

export interface Attachment {
  space_id: string
  id: string
  complaint_id: string
  event_id: string
  media_type: string
  byte_count: number
  sha256: Buffer
  sealed: Buffer | null
  label: Generated<string>
  added_by: string | null
  added_at: Date
  removed_at: Date | null
}

export interface AuditLine {
  space_id: string
  id: Generated<string>
  at: Generated<Date>
  account_id: string | null
  login: string
  verb: string
  table_name: string
  row_id: string | null
}

export interface AuditSeal {
  space_id: string
  number: number
  line_id: string
  hash: Buffer
  sealed_at: Date
}

export interface Building {
  id: string
  estate_id: string
  name: string
  address: Generated<string>
  search_text: string
}

export interface CharterRule {
  space_id: string
  id: string
  institution_id: string
  replaces: string | null
  title: string
  starts_on: string
  stops_on: string[]
  length: number
  unit: string
  families: Generated<string[]>
  source_title: string
  source_page: Generated<string>
  source_on: string
  source_href: Generated<string>
  note: Generated<string>
  valid_from: string
  valid_until: string | null
  recorded_by: string
  recorded_at: Date
}

export interface Commune {
  code: string
  name: string
  postcode: string
}

export interface Complaint {
  space_id: string
  id: string
  estate_id: string
  building_id: string | null
  staircase_id: string | null
  home_id: string | null
  person_id: string | null
  family_code: string
  problem_code: string
  words: Generated<string>
  since_said: Generated<string>
  since_earliest: string | null
  since_latest: string | null
  since_precision: string | null
  holiday_zone: Generated<string>
  assigned_to: string | null
  follow_up_on: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Date
}

export interface ComplaintCell {
  space_id: string
  estate_id: string
  family_code: string
  opened_day: number
  closed_day: number
  outcome: number
  known_from: number
  n: number
}

export interface ComplaintDeadline {
  space_id: string
  id: string
  complaint_id: string
  rule_id: string
  rule: Json
  started_earliest: string
  started_latest: string
  due_on: string | null
  stopped_earliest: string | null
  stopped_latest: string | null
  run: Generated<number>
  pointless: Generated<boolean>
}

export interface ComplaintEvent {
  space_id: string
  id: string
  complaint_id: string
  kind: string
  actor: string
  channel: string
  happened_said: string
  happened_earliest: string
  happened_latest: string
  happened_precision: string
  evidence: string
  details: Generated<Json>
  words: Generated<string>
  interlocutor: Generated<string>
  recorded_at: Date
  recorded_by: string | null
  supersedes: string | null
  by_code: string | null
}

export interface ComplaintState {
  space_id: string
  complaint_id: string
  estate_id: string
  building_id: string | null
  staircase_id: string | null
  home_id: string | null
  family_code: string
  told_earliest: string | null
  told_latest: string | null
  ended_on: string | null
  ending: string | null
  runs: Generated<number>
  registered_on: string | null
  closed_on: string | null
  answered_on: string | null
  last_word_on: string | null
  longest_silence: Generated<number>
  ball: string | null
  ball_since: string | null
  contested: Generated<boolean>
  reminders: Generated<number>
  tellings: Generated<number>
  interlocutors: Generated<number>
  contempts: Generated<number>
  missed_appointments: Generated<number>
  promises: Generated<number>
  next_promise_on: string | null
  next_due_on: string | null
  last_event_on: string | null
  event_count: Generated<number>
  ended_earliest: string | null
  promises_kept: Generated<number>
  promises_late: Generated<number>
  awaited_days: Generated<string[]>
  assigned_to: string | null
  follow_up_on: string | null
  waits_since: string | null
  problem_code: string
  holiday_zone: string
  cells: Generated<string>
}

export interface Consent {
  space_id: string
  id: string
  person_id: string
  purpose: string
  wording_version: string
  given_on: string
  withdrawn_on: string | null
  recorded_by: string
}

export interface DataAgreement {
  space_id: string
  id: string
  title: string
  giver: string
  purpose: string
  valid_from: string
  valid_until: string
  allowed_columns: Generated<string[]>
  recorded_by: string
  recorded_at: Date
  ended_at: Date | null
}

export interface DigestRefusal {
  space_id: string
  id: string
  account_id: string
}

export interface DoorwayDelivery {
  passage_id: string
  delivered_at: Date
  outcome: string
  to_space_id: string | null
}

export interface Estate {
  id: string
  landlord_id: string
  commune_code: string
  name: string
  search_text: string
}

export interface FollowUpCode {
  space_id: string
  id: string
  complaint_id: string
  hash: Buffer
  issued_by: string
  issued_at: Date
  revoked_at: Date | null
  revoked_by: string | null
  last_used_on: string | null
}

export interface FormReceipt {
  space_id: string
  id: string
  account_id: string
  answer_path: string
  received_at: Date
}

export interface Home {
  space_id: string
  id: string
  staircase_id: string
  floor: number
  position: number
  label: string
  merged_into: string | null
  created_at: Generated<Date>
}

export interface Inbox {
  space_id: string
  id: string
  door: string
  from_name: string
  projection: Json
  received_at: Date
  undone_at: Date | null
}

export interface Institution {
  id: string
  kind: string
  name: string
  parent_id: string | null
  created_at: Generated<Date>
}

export interface Instrument {
  space_id: string
  id: string
  version: string
  title: string
  file_name: string
  form: string
  brought_by: string
  brought_at: Date
  published_by: string | null
  published_at: Date | null
}

export interface Invitation {
  space_id: string
  id: string
  hash: Buffer
  email: string
  name: string
  circle: string
  invited_by: string
  invited_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export interface KeyringAccount {
  id: string
  email: string
  name: string
  totp_sealed: Buffer | null
  totp_last_step: number | null
  created_at: Generated<Date>
}

export interface KeyringAttempt {
  action: string
  subject_hash: Buffer
  at: Date
}

export interface KeyringChallenge {
  hash: Buffer
  account_id: string | null
  expires_at: Date
}

export interface KeyringDraft {
  hash: Buffer
  account_id: string
  path: string
  body_sealed: Buffer
  expires_at: Date
}

export interface KeyringFirstLink {
  hash: Buffer
  expires_at: Date
}

export interface KeyringIdentity {
  issuer: string
  subject: string
  account_id: string
}

export interface KeyringMail {
  id: string
  space_id: string | null
  recipient: string
  subject: string
  body_sealed: Buffer | null
  state: Generated<string>
  attempts: Generated<number>
  next_try_at: Date
  last_error: string | null
  created_at: Date
  sent_at: Date | null
  expires_at: Date | null
}

export interface KeyringPasskey {
  id: string
  account_id: string
  public_key: Buffer
  counter: number
  label: string
  added_at: Date
  last_used_at: Date | null
}

export interface KeyringSession {
  hash: Buffer
  id: string
  account_id: string
  space_id: string | null
  device: Generated<string>
  second_factor_at: Date | null
  only_kind: string | null
  opened_at: Date
  last_seen_at: Date
  expires_at: Date
  ended_at: Date | null
}

export interface KeyringSignInLink {
  hash: Buffer
  account_id: string
  next_path: Generated<string>
  expires_at: Date
  used_at: Date | null
}

export interface Letter {
  space_id: string
  id: string
  complaint_id: string
  kind: string
  letter: Json
  to_check: Generated<string[]>
  prepared_by: string
  prepared_at: Date
  sent_on: string | null
  sent_how: string | null
  sent_by: string | null
  event_id: string | null
  proof_attachment_id: string | null
}

export interface Membership {
  space_id: string
  id: string
  account_id: string
  account_name: string
  account_email: string
  circle: string
  since: Date
  ended_at: Date | null
  ended_by: string | null
  invited_by: string | null
}

export interface Merger {
  space_id: string
  id: string
  table_name: string
  kept_id: string
  merged_id: string
  moved: Json
  merged_by: string
  merged_at: Date
  undone_at: Date | null
}

export interface Nomenclature {
  code: string
  parent_code: string | null
  label: string
  retired_on: string | null
}

export interface Occupancy {
  space_id: string
  id: string
  home_id: string
  person_id: string
  since_said: Generated<string>
  since_earliest: string | null
  since_latest: string | null
  since_precision: string | null
  until_said: Generated<string>
  until_earliest: string | null
  until_latest: string | null
  until_precision: string | null
  created_at: Generated<Date>
}

export interface PalierInstallation {
  only: Generated<boolean>
  demo: boolean
  made_at: Generated<Date>
}

export interface PalierMigration {
  name: string
  at: Generated<Date>
}

export interface PalierPolicies {
  hash: string
  at: Generated<Date>
}

export interface Passage {
  space_id: string
  id: string
  door: string
  to_kind: string
  to_institution_id: string | null
  projection: Json
  versions: Generated<Json>
  consent_ids: Generated<string[]>
  undoes: string | null
  prepared_by: string
  decided_by: string
  sent_at: Date
}

export interface Person {
  space_id: string
  id: string
  name: string
  phone: Generated<string>
  email: Generated<string>
  language: Generated<string>
  note: Generated<string>
  search_text: string
  last_contact_on: string
  merged_into: string | null
  created_at: Generated<Date>
  version: Generated<number>
  reach_by: Generated<string>
}

export interface PublicSpacePublication {
  id: string
  slug: string
  door: string
  from_name: string
  projection: Json
  published_at: Date
  withdrawn_at: Date | null
}

export interface PurgeRegister {
  space_id: string
  id: string
  rule: string
  rows_purged: number
  kept_since: string
  purged_at: Date
}

export interface SavedView {
  space_id: string
  id: string
  account_id: string
  name: string
  query: string
}

export interface Source {
  space_id: string
  id: string
  name: string
  agreement_id: string
  institution_id: string | null
  map: Json
  time_zone: string
  entry_from: string | null
  extraction_rule: Generated<string>
  current_vintage: number | null
  recorded_by: string
  recorded_at: Date
  removed_at: Date | null
}

export interface SourceCase {
  space_id: string
  source_id: string
  case_key: string
  stratum_id: number
  opened_day: number
  closed_day: number | null
  outcome: number
  hours: number | null
  first_vintage: number
  last_vintage: number
}

export interface SourceCell {
  space_id: string
  source_id: string
  stratum_id: number
  opened_day: number
  closed_day: number
  outcome: number
  known_from: number
  n: number
}

export interface SourceDay {
  space_id: string
  source_id: string
  category: string
  day: number
  opened: number
  closed: number
}

export interface SourceReject {
  space_id: string
  source_id: string
  vintage: number
  row_no: number
  reason: string
  header: string
  value: string
  cells: string
}

export interface SourceStratum {
  space_id: string
  source_id: string
  stratum_id: number
  place: string
  category: string
}

export interface SourceUpload {
  space_id: string
  id: string
  source_id: string | null
  file_name: string
  sha256: string
  bytes: number
  storage_key: string
  state: string
  rows_read: Generated<number>
  rows_total: number | null
  stop_asked: Generated<boolean>
  failure: string | null
  facts: Generated<Json>
  heartbeat_at: Date | null
  recorded_by: string
  recorded_at: Date
}

export interface SourceVintage {
  space_id: string
  source_id: string
  vintage: number
  id: string
  file_name: string
  sha256: string
  bytes: number
  rows: number
  kept: number
  rejected: Json
  as_of: string
  as_of_instant: Date | null
  map: Json
  facts: Json
  changes: Json
  recorded_by: string
  recorded_at: Date
}

export interface SourceWait {
  space_id: string
  source_id: string
  place: string
  category: string
  opened_month: number
  days: number[]
  entry_days: number[]
  outcome: number[]
  n: number[]
}

export interface Space {
  space_id: string
  id: string
  institution_id: string
  name: string
  requires_second_factor: Generated<boolean>
  staircase_word: Generated<string>
  created_at: Generated<Date>
}

export interface Staircase {
  id: string
  building_id: string
  name: string
  lowest_floor: Generated<number>
  highest_floor: number
  positions: string[]
}

export interface SurveyAssignment {
  space_id: string
  id: string
  campaign_id: string
  staircase_id: string
  account_id: string
  from_on: string
  to_on: string
  instructions: Generated<string>
  recorded_by: string
  recorded_at: Date
  revoked_at: Date | null
}

export interface SurveyCampaign {
  space_id: string
  id: string
  name: string
  starts_on: string
  ends_on: string
  form: string | null
  key_id: string
  public_key: string
  recorded_by: string
  recorded_at: Date
}

export interface SurveyComplaint {
  space_id: string
  campaign_id: string
  device_id: string
  id: string
  rank: number
  home_id: string
  complaint_id: string | null
  refusal: string | null
  told: string
  has_code: Generated<boolean>
  differs: Generated<boolean>
  opened_at: Date
}

export interface SurveyDevice {
  space_id: string
  id: string
  account_id: string
  token_hash: Buffer
  enrolled_at: Date
  revoked_at: Date | null
}

export interface SurveyEnvelope {
  space_id: string
  id: string
  sha256: string
  device_id: string
  seq: number
  prev: string
  campaign_id: string
  key_id: string
  body: Buffer
  sent_by: string
  received_at: Date
  marks: string[]
  opened: Buffer | null
  failure: string | null
}

export interface SurveyKey {
  space_id: string
  id: string
  campaign_id: string
  sealed_private_key: Buffer
  made_at: Date
}

export interface SurveySaid {
  space_id: string
  campaign_id: string
  device_id: string
  id: string
  said: Json
}

export interface SurveySetAside {
  space_id: string
  id: string
  campaign_id: string
  because: string
  form: Generated<string>
  n: number
}

export interface SurveyVisit {
  space_id: string
  campaign_id: string
  device_id: string
  id: string
  home_id: string
  staircase_id: string | null
  floor: number | null
  position: number | null
  sampling: string | null
  outcome: string | null
  come_back_on: string | null
  said_at: Date
  last_seq: number
  is_closed: boolean
  is_replaced: boolean
  shares_door: boolean
}

export interface WaitsRelease {
  space_id: string
  id: string
  clock: string
  headers: string
  digest: string
  tally: Json
  taken_by: string
  taken_at: Date
}

/** Every table, by the name a query uses: unqualified where the login's search path finds it. */
export interface Tables {
  attachment: Attachment
  audit_line: AuditLine
  audit_seal: AuditSeal
  building: Building
  charter_rule: CharterRule
  commune: Commune
  complaint: Complaint
  complaint_cell: ComplaintCell
  complaint_deadline: ComplaintDeadline
  complaint_event: ComplaintEvent
  complaint_state: ComplaintState
  consent: Consent
  data_agreement: DataAgreement
  digest_refusal: DigestRefusal
  'doorway.delivery': DoorwayDelivery
  estate: Estate
  follow_up_code: FollowUpCode
  form_receipt: FormReceipt
  home: Home
  inbox: Inbox
  institution: Institution
  instrument: Instrument
  invitation: Invitation
  'keyring.account': KeyringAccount
  'keyring.attempt': KeyringAttempt
  'keyring.challenge': KeyringChallenge
  'keyring.draft': KeyringDraft
  'keyring.first_link': KeyringFirstLink
  'keyring.identity': KeyringIdentity
  'keyring.mail': KeyringMail
  'keyring.passkey': KeyringPasskey
  'keyring.session': KeyringSession
  'keyring.sign_in_link': KeyringSignInLink
  letter: Letter
  membership: Membership
  merger: Merger
  nomenclature: Nomenclature
  occupancy: Occupancy
  'palier.installation': PalierInstallation
  'palier.migration': PalierMigration
  'palier.policies': PalierPolicies
  passage: Passage
  person: Person
  'public_space.publication': PublicSpacePublication
  purge_register: PurgeRegister
  saved_view: SavedView
  source: Source
  source_case: SourceCase
  source_cell: SourceCell
  source_day: SourceDay
  source_reject: SourceReject
  source_stratum: SourceStratum
  source_upload: SourceUpload
  source_vintage: SourceVintage
  source_wait: SourceWait
  space: Space
  staircase: Staircase
  survey_assignment: SurveyAssignment
  survey_campaign: SurveyCampaign
  survey_complaint: SurveyComplaint
  survey_device: SurveyDevice
  survey_envelope: SurveyEnvelope
  survey_key: SurveyKey
  survey_said: SurveySaid
  survey_set_aside: SurveySetAside
  survey_visit: SurveyVisit
  waits_release: WaitsRelease
}
