-- Files in: a source is a file that comes again, vintage after vintage, under an agreement; what is counted in it is
-- signed whole numbers that add (docs/decisions/0120-sources.md). Days are numbers of days since 1970-01-01.

-- One line per transaction, table, verb and source, for tables written by the hundred thousand: a line per row would
-- cost more than the import, and the vintage says how many.
create function {{schema}}.leave_one_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into {{schema}}.audit_line (space_id, account_id, login, verb, table_name, row_id)
  select w.space_id, nullif(current_setting('palier.account', true), '')::uuid, session_user, lower(tg_op), tg_table_name, w.source_id
  from (select distinct space_id, source_id from written) w
  where not exists (
    select from {{schema}}.audit_line l
    where l.space_id = w.space_id and l.row_id = w.source_id and l.at >= transaction_timestamp()
      and l.table_name = tg_table_name and l.verb = lower(tg_op) and l.xmin = pg_current_xact_id()::xid);
  return null;
end $$;
revoke all on function {{schema}}.leave_one_line() from public;

create table {{schema}}.data_agreement (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  title text not null constraint agreement_title_length check (length(title) between 2 and 300),
  giver text not null constraint agreement_giver_length check (length(giver) between 2 and 300),
  purpose text not null constraint agreement_purpose_length check (length(purpose) between 2 and 2000),
  valid_from date not null,
  valid_until date not null,
  allowed_columns text[] not null default '{}'
    constraint agreement_columns_are_known check (allowed_columns <@ array['name', 'phone', 'email', 'nir', 'debt']),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (space_id, id),
  constraint agreement_ends_after_it_begins check (valid_until >= valid_from)
);

create table {{schema}}.source (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  name text not null constraint source_name_length check (length(name) between 2 and 300),
  agreement_id uuid not null,
  institution_id uuid references directory.institution,
  map jsonb not null,
  time_zone text not null,
  -- The extract holds older cases only if they were still open on that day.
  entry_from date,
  extraction_rule text not null default '' constraint source_rule_length check (length(extraction_rule) <= 2000),
  current_vintage integer,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  primary key (space_id, id),
  constraint source_under_a_known_agreement foreign key (space_id, agreement_id) references {{schema}}.data_agreement,
  constraint removed_source_shows_nothing check (removed_at is null or current_vintage is null)
);
create index source_by_agreement on {{schema}}.source (space_id, agreement_id);
create index source_by_institution on {{schema}}.source (institution_id);
create unique index one_source_of_a_name on {{schema}}.source (space_id, name) where removed_at is null;

create table {{schema}}.source_upload (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  source_id uuid,
  file_name text not null constraint upload_name_length check (length(file_name) between 1 and 300),
  sha256 text not null,
  bytes bigint not null,
  storage_key text not null,
  state text not null constraint upload_state_is_known check (state in ('received', 'reading', 'done', 'stopped', 'failed')),
  rows_read bigint not null default 0,
  rows_total bigint,
  stop_asked boolean not null default false,
  failure text,
  facts jsonb not null default '{}',
  heartbeat_at timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (space_id, id),
  constraint upload_of_a_known_source foreign key (space_id, source_id) references {{schema}}.source on delete cascade
);
create index upload_by_source on {{schema}}.source_upload (space_id, source_id, recorded_at);

create table {{schema}}.source_vintage (
  space_id uuid not null references {{schema}}.space,
  source_id uuid not null,
  vintage integer not null constraint vintage_counts_from_one check (vintage >= 1),
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  rows bigint not null,
  kept bigint not null,
  rejected jsonb not null,
  as_of date not null,
  as_of_instant timestamptz,
  map jsonb not null,
  facts jsonb not null,
  changes jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (space_id, source_id, vintage),
  constraint vintage_of_a_known_source foreign key (space_id, source_id) references {{schema}}.source on delete cascade
);

-- Places and categories are in the order of their bytes, in which an import writes them: an index grows at its end.
-- The tables below point to their source without a foreign key: a check per row would take longer than the row.
-- What removes a source removes them first (sources/store/sources.ts).
create table {{schema}}.source_stratum (
  space_id uuid not null,
  source_id uuid not null,
  stratum_id integer not null,
  place text collate "C" not null,
  category text collate "C" not null,
  primary key (space_id, source_id, stratum_id),
  constraint one_stratum_of_a_place_and_category unique (space_id, source_id, place, category)
);

create table {{schema}}.source_case (
  space_id uuid not null,
  source_id uuid not null,
  -- A fingerprint of the source and of the number the case has there: the number itself is not kept.
  case_key uuid not null,
  stratum_id integer not null,
  opened_day integer not null,
  closed_day integer,
  outcome smallint not null,
  hours integer,
  first_vintage integer not null,
  -- The vintage that last wrote this case.
  last_vintage integer not null,
  primary key (space_id, source_id, case_key)
);

create table {{schema}}.source_reject (
  space_id uuid not null,
  source_id uuid not null,
  vintage integer not null,
  row_no bigint not null,
  reason text not null,
  header text not null,
  value text not null,
  -- The cells of the columns that the map names, in their order, as a JSON list of texts.
  cells text not null,
  primary key (space_id, source_id, vintage, row_no)
);

-- The Lexis table (measure/lexis.ts): closed_day is 2147483647 while the case waits; counts are signed and add.
create table {{schema}}.source_cell (
  space_id uuid not null,
  source_id uuid not null,
  stratum_id integer not null,
  opened_day integer not null,
  closed_day integer not null,
  outcome smallint not null,
  known_from integer not null,
  n bigint not null,
  primary key (space_id, source_id, stratum_id, opened_day, closed_day, outcome, known_from),
  constraint cell_ends_when_it_has_an_outcome check ((closed_day = 2147483647) = (outcome = 0) and closed_day >= opened_day)
);

-- What the explorer reads: waits at the current vintage's as-of, in civil days; '*' stands for all places or categories.
create table {{schema}}.source_wait (
  space_id uuid not null,
  source_id uuid not null,
  place text collate "C" not null,
  category text collate "C" not null,
  -- year × 12 + month − 1
  opened_month integer not null,
  days integer not null,
  entry_days integer not null,
  outcome smallint not null,
  n bigint not null constraint waits_are_counted check (n > 0),
  primary key (space_id, source_id, place, category, opened_month, days, entry_days, outcome)
);

create table {{schema}}.source_day (
  space_id uuid not null,
  source_id uuid not null,
  category text collate "C" not null,
  day integer not null,
  opened bigint not null,
  closed bigint not null,
  primary key (space_id, source_id, category, day)
);

create trigger audit after insert or update or delete on {{schema}}.data_agreement for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.source for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.source_vintage for each row execute function {{schema}}.leave_line();
-- A heartbeat is no event: an update leaves its line when it says a new state or asks to stop.
create trigger audit after insert or update of state, stop_asked, source_id or delete on {{schema}}.source_upload
  for each row execute function {{schema}}.leave_line();
-- A trigger that sees what was written stands for one verb: audit, audit_update, audit_delete.
create trigger audit after insert on {{schema}}.source_stratum referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit after insert on {{schema}}.source_case referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit after insert on {{schema}}.source_reject referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit after insert on {{schema}}.source_cell referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit after insert on {{schema}}.source_wait referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit after insert on {{schema}}.source_day referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_stratum referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_case referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_reject referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_cell referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_wait referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_day referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_stratum referencing old table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_case referencing old table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_reject referencing old table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_cell referencing old table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_wait referencing old table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_day referencing old table as written for each statement execute function {{schema}}.leave_one_line();
