-- Door to door (docs/decisions/0130-sealed-at-the-door.md). What phones send is kept as it came, sealed; only the job
-- `unseal` opens it. Visits are folded from it and can be folded again.

create table union_space.survey_campaign (
  space_id uuid not null references union_space.space,
  id uuid not null,
  name text not null constraint campaign_name_length check (length(name) between 2 and 300),
  starts_on date not null,
  ends_on date not null,
  -- The fingerprint of the form that is asked; none while outcomes alone are noted.
  form text,
  -- The public half of its key; the other half stands in survey_key.
  key_id uuid not null,
  public_key text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (space_id, id),
  constraint campaign_ends_after_it_begins check (ends_on >= starts_on)
);

-- The private half, sealed by the secret of the installation, which no database and no backup holds.
create table union_space.survey_key (
  space_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  sealed_private_key bytea not null,
  made_at timestamptz not null,
  primary key (space_id, id),
  constraint key_of_a_known_campaign foreign key (space_id, campaign_id) references union_space.survey_campaign on delete cascade
);
create index survey_key_by_campaign on union_space.survey_key (space_id, campaign_id);

create table union_space.survey_assignment (
  space_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  staircase_id uuid not null references directory.staircase,
  account_id uuid not null,
  from_on date not null,
  to_on date not null,
  instructions text not null default '' constraint assignment_instructions_length check (length(instructions) <= 2000),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  primary key (space_id, id),
  constraint assignment_of_a_known_campaign foreign key (space_id, campaign_id) references union_space.survey_campaign on delete cascade,
  constraint assignment_ends_after_it_begins check (to_on >= from_on)
);
create index survey_assignment_by_campaign on union_space.survey_assignment (space_id, campaign_id);
create index survey_assignment_by_account on union_space.survey_assignment (space_id, account_id);
create index survey_assignment_by_staircase on union_space.survey_assignment (staircase_id);
create unique index one_live_assignment_of_a_staircase on union_space.survey_assignment
  (space_id, campaign_id, staircase_id, account_id) where revoked_at is null;

create table union_space.survey_device (
  space_id uuid not null references union_space.space,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  enrolled_at timestamptz not null,
  revoked_at timestamptz,
  primary key (space_id, id),
  constraint one_device_per_token unique (space_id, token_hash)
);
create index survey_device_by_token on union_space.survey_device (token_hash);
create index survey_device_by_account on union_space.survey_device (space_id, account_id);

-- As it came, for ever: the same id with another content is one more row. Devices and campaigns are what the head says,
-- known or not: nothing that arrives is thrown away.
create table union_space.survey_envelope (
  space_id uuid not null references union_space.space,
  id uuid not null,
  sha256 text not null,
  device_id uuid not null,
  seq integer not null,
  prev text not null,
  campaign_id uuid not null,
  key_id uuid not null,
  body bytea not null,
  sent_by uuid not null,
  received_at timestamptz not null,
  marks text[] not null,
  -- What it held, once opened, sealed by the secret of the installation.
  opened bytea,
  failure text,
  primary key (space_id, id, sha256),
  constraint marks_are_known check (marks <@ array['device_revoked', 'other_sender', 'unknown_campaign', 'not_assigned', 'assignment_revoked', 'same_id']),
  constraint envelope_is_short check (length(body) <= 65536)
);
create index survey_envelope_by_device on union_space.survey_envelope (space_id, device_id, seq);
create index survey_envelope_by_campaign on union_space.survey_envelope (space_id, campaign_id, received_at);
create index survey_envelope_waiting on union_space.survey_envelope (space_id, campaign_id) where opened is null and failure is null;

-- What a landing shows of a visit: an outcome and days, no word of anybody.
create table union_space.survey_visit (
  space_id uuid not null,
  campaign_id uuid not null,
  device_id uuid not null,
  id uuid not null,
  home_id uuid not null,
  staircase_id uuid,
  floor integer,
  position integer,
  sampling text,
  outcome text,
  come_back_on date,
  said_at timestamptz not null,
  last_seq integer not null,
  is_closed boolean not null,
  is_replaced boolean not null,
  shares_door boolean not null,
  primary key (space_id, campaign_id, device_id, id),
  constraint visit_of_a_known_campaign foreign key (space_id, campaign_id) references union_space.survey_campaign on delete cascade
);
create index survey_visit_by_home on union_space.survey_visit (space_id, home_id);

-- What was said there.
create table union_space.survey_said (
  space_id uuid not null,
  campaign_id uuid not null,
  device_id uuid not null,
  id uuid not null,
  said jsonb not null,
  primary key (space_id, campaign_id, device_id, id),
  constraint said_in_a_known_campaign foreign key (space_id, campaign_id) references union_space.survey_campaign on delete cascade
);

create trigger audit after insert or update or delete on union_space.survey_campaign for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.survey_key for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.survey_assignment for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.survey_device for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.survey_envelope for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.survey_visit for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.survey_said for each row execute function union_space.leave_line();

-- A phone has a token and no session: whoever sends is found by the keyed hash of it, revoked or not.
create function keyring.knows_survey_device(token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from union_space.survey_device d where d.token_hash = token)
$$;

-- What a live device opens: its own person, in their union, while they are still of its field.
create function keyring.open_survey_device(token bytea)
returns table (space_id uuid, space_name text, institution_id uuid, account_id uuid, account_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.name, s.institution_id, m.account_id, m.account_name
  from union_space.survey_device d
  join union_space.space s on s.space_id = d.space_id and s.id = d.space_id
  join union_space.membership m on m.space_id = d.space_id and m.account_id = d.account_id
  where d.token_hash = token and d.revoked_at is null and m.ended_at is null
    and m.circle in ('organiser', 'steward', 'canvasser', 'officer')
  limit 1
$$;
revoke all on function keyring.open_survey_device(bytea) from public;
grant execute on function keyring.open_survey_device(bytea) to {{public}};

-- Keeps an envelope in the space of whoever sends, whatever its head says, and says what it is: 201 anew, 200 here
-- already, 409 another content of this id. No row: nobody knows this token.
create function keyring.keep_envelope(token bytea, envelope_id uuid, fingerprint text, writer uuid, number integer, before text,
  campaign uuid, sealed_to uuid, bytes bytea, at timestamptz)
returns table (verdict integer, kept_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  sender union_space.survey_device;
  found_marks text[];
  has_other boolean;
begin
  select d.* into sender from union_space.survey_device d where d.token_hash = token;
  if not found then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(sender.space_id::text || envelope_id::text, 130));
  return query select 200, e.received_at from union_space.survey_envelope e
    where e.space_id = sender.space_id and e.id = envelope_id and e.sha256 = fingerprint;
  if found then return; end if;
  has_other := exists (select from union_space.survey_envelope e where e.space_id = sender.space_id and e.id = envelope_id);
  select coalesce(array_agg(m.mark), '{}') into found_marks from (values
    ('device_revoked', sender.revoked_at is not null),
    ('same_id', has_other),
    ('other_sender', not exists (select from union_space.survey_device d
      where d.space_id = sender.space_id and d.id = writer and d.account_id = sender.account_id)),
    ('unknown_campaign', not exists (select from union_space.survey_campaign c
      where c.space_id = sender.space_id and c.id = campaign and c.key_id = sealed_to)),
    ('not_assigned', not exists (select from union_space.survey_assignment a
      where a.space_id = sender.space_id and a.campaign_id = campaign and a.account_id = sender.account_id)),
    ('assignment_revoked', (select bool_and(a.revoked_at is not null) from union_space.survey_assignment a
      where a.space_id = sender.space_id and a.campaign_id = campaign and a.account_id = sender.account_id))
  ) as m(mark, holds) where m.holds;
  insert into union_space.survey_envelope
    (space_id, id, sha256, device_id, seq, prev, campaign_id, key_id, body, sent_by, received_at, marks)
  values (sender.space_id, envelope_id, fingerprint, writer, number, before, campaign, sealed_to, bytes, sender.id, at, found_marks);
  return query select case when has_other then 409 else 201 end, at;
end $$;

-- Of these envelopes, those that are not here: what a phone says at night that it sent.
create function keyring.missing_envelopes(token bytea, ids uuid[], fingerprints text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select told.id from union_space.survey_device d, unnest(ids, fingerprints) as told(id, sha256)
  where d.token_hash = token and not exists (
    select from union_space.survey_envelope e where e.space_id = d.space_id and e.id = told.id and e.sha256 = told.sha256)
$$;

revoke all on function keyring.knows_survey_device(bytea) from public;
revoke all on function keyring.keep_envelope(bytea, uuid, text, uuid, integer, text, uuid, uuid, bytea, timestamptz) from public;
revoke all on function keyring.missing_envelopes(bytea, uuid[], text[]) from public;
grant execute on function keyring.knows_survey_device(bytea) to {{public}};
grant execute on function keyring.keep_envelope(bytea, uuid, text, uuid, integer, text, uuid, uuid, bytea, timestamptz) to {{public}};
grant execute on function keyring.missing_envelopes(bytea, uuid[], text[]) to {{public}};
