-- A list is read by the longest wait first. What was told to nobody yet waits since no known day, and comes last.
drop index union_space.state_by_wait;
drop index union_space.state_by_family;
drop index union_space.state_by_estate;
drop index union_space.state_by_building;
create index state_in_order on union_space.complaint_state
  (space_id, coalesce(told_latest, 'infinity'::date), complaint_id);
create index state_running on union_space.complaint_state
  (space_id, coalesce(told_latest, 'infinity'::date), complaint_id) where ending is null;
create index state_by_family on union_space.complaint_state
  (space_id, family_code, coalesce(told_latest, 'infinity'::date), complaint_id);
create index state_by_estate on union_space.complaint_state
  (space_id, estate_id, coalesce(told_latest, 'infinity'::date), complaint_id);
create index state_by_building on union_space.complaint_state
  (space_id, building_id, coalesce(told_latest, 'infinity'::date), complaint_id);
create index state_by_staircase on union_space.complaint_state (space_id, staircase_id);
create index state_by_home on union_space.complaint_state (space_id, home_id);

-- The first day on which the wait can have ended; and what became of promises, but for the day it is: the days awaited.
alter table union_space.complaint_state
  add column ended_earliest date,
  add column promises_kept integer not null default 0,
  add column promises_late integer not null default 0,
  add column awaited_days date[] not null default '{}';

-- What a household did by itself, with its code; and what is counted by kind, whatever the complaint.
create index event_by_code on union_space.complaint_event (space_id, recorded_at) where recorded_by is null;
create index event_counted on union_space.complaint_event (space_id, kind) where kind in
  ('contempt', 'appointment_missed_by_landlord', 'appointment_missed_by_contractor', 'appointment_missed_by_tenant');

-- Which day passed this week.
create index deadline_not_met on union_space.complaint_deadline (space_id, due_on) where stopped_latest is null;

-- A list that somebody comes back to, under a name of their own. The query is an address, read as any address is.
create table union_space.saved_view (
  space_id uuid not null references union_space.space,
  id uuid not null,
  account_id uuid not null,
  name text not null constraint saved_view_name_length check (length(name) between 1 and 100),
  query text not null constraint saved_view_query_length check (length(query) <= 1000),
  primary key (space_id, id),
  constraint one_saved_view_per_name unique (space_id, account_id, name)
);
create trigger audit after insert or update or delete on union_space.saved_view
  for each row execute function union_space.leave_line();

-- Whoever does not want the morning's letter; no row is wanting it.
create table union_space.digest_refusal (
  space_id uuid not null references union_space.space,
  id uuid not null,
  account_id uuid not null,
  primary key (space_id, id)
);
create index digest_refusal_by_account on union_space.digest_refusal (space_id, account_id);
create trigger audit after insert or update or delete on union_space.digest_refusal
  for each row execute function union_space.leave_line();
