-- What every space has, whatever its kind. This file runs once per kind, in that kind's own schema, so that the
-- login role of one kind holds no privilege at all on the tables of another.
create schema {{schema}};

create table {{schema}}.space (
  space_id uuid not null,
  id uuid not null constraint space_is_its_own_space check (id = space_id),
  institution_id uuid not null references directory.institution,
  name text not null constraint space_name_length check (length(name) between 2 and 300),
  requires_second_factor boolean not null default false,
  staircase_word text not null default 'entrée'
    constraint staircase_word_is_known check (staircase_word in ('entrée', 'montée', 'allée', 'cage')),
  created_at timestamptz not null default now(),
  primary key (space_id)
);
create index space_by_institution on {{schema}}.space (institution_id);

create table {{schema}}.membership (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  account_id uuid not null references keyring.account,
  account_name text not null,
  account_email text not null,
  circle text not null,
  since timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (space_id, id)
);
create unique index one_active_membership_per_circle on {{schema}}.membership (space_id, account_id, circle) where ended_at is null;
create index membership_by_account on {{schema}}.membership (account_id);

create table {{schema}}.invitation (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  hash bytea not null,
  email text not null,
  name text not null,
  circle text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (space_id, id)
);
create index invitation_by_hash on {{schema}}.invitation (hash);

-- A passage is written in the giving scope; the doorkeeper delivers it (access/passages.ts).
create table {{schema}}.passage (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  door text not null,
  to_kind text not null constraint passage_goes_to_a_kind check (to_kind in ('union', 'desk', 'programme', 'research', 'public')),
  to_institution_id uuid references directory.institution,
  projection jsonb not null,
  versions jsonb not null default '{}',
  consent_ids uuid[] not null default '{}',
  undoes uuid,
  prepared_by uuid not null,
  decided_by uuid not null,
  sent_at timestamptz not null,
  primary key (space_id, id),
  constraint one_undoing_per_passage unique (space_id, undoes),
  constraint passage_has_an_address check ((to_kind = 'public') = (to_institution_id is null))
);
create index passage_by_institution on {{schema}}.passage (to_institution_id);

create table {{schema}}.inbox (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  door text not null,
  from_name text not null,
  projection jsonb not null,
  received_at timestamptz not null,
  undone_at timestamptz,
  primary key (space_id, id)
);

create table {{schema}}.form_receipt (
  space_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  answer_path text not null,
  received_at timestamptz not null,
  primary key (space_id, id)
);

create table {{schema}}.purge_register (
  space_id uuid not null,
  id uuid not null,
  rule text not null,
  rows_purged integer not null,
  kept_since date not null,
  purged_at timestamptz not null,
  primary key (space_id, id)
);

-- Who, which space, which row, which verb, when; never contents. Written by triggers, and by note_reading.
create table {{schema}}.audit_line (
  space_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  account_id uuid,
  login text not null,
  verb text not null,
  table_name text not null,
  row_id uuid,
  primary key (space_id, id)
);
create index audit_line_in_order on {{schema}}.audit_line (space_id, at, id);
create index audit_line_by_row on {{schema}}.audit_line (space_id, row_id, at);

create table {{schema}}.audit_seal (
  space_id uuid not null,
  number bigint not null,
  line_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (space_id, number),
  constraint one_seal_per_line unique (space_id, line_id)
);

create function {{schema}}.leave_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into {{schema}}.audit_line (space_id, account_id, login, verb, table_name, row_id)
  select coalesce(new.space_id, old.space_id), nullif(current_setting('palier.account', true), '')::uuid,
         session_user, lower(tg_op), tg_table_name, coalesce(new.id, old.id);
  return null;
end $$;

create function {{schema}}.note_line(verb text, table_name text, row_id uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into {{schema}}.audit_line (space_id, account_id, login, verb, table_name, row_id)
  values (current_setting('palier.space')::uuid, nullif(current_setting('palier.account', true), '')::uuid,
          session_user, verb, table_name, row_id)
$$;
revoke all on function {{schema}}.note_line(text, text, uuid) from public;
grant execute on function {{schema}}.note_line(text, text, uuid) to {{role}};

create trigger audit after insert or update or delete on {{schema}}.space for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.membership for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.invitation for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.passage for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.inbox for each row execute function {{schema}}.leave_line();
create trigger audit after insert or update or delete on {{schema}}.purge_register for each row execute function {{schema}}.leave_line();
