-- A code opens one complaint to the household that waits. Only its keyed hash is kept: whoever reads the table opens
-- nothing. One code at a time opens a complaint; issuing another revokes it.
create table union_space.follow_up_code (
  space_id uuid not null references union_space.space,
  id uuid not null,
  complaint_id uuid not null,
  hash bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  last_used_on date,
  primary key (space_id, id),
  constraint one_code_per_hash unique (space_id, hash),
  constraint code_of_a_known_complaint foreign key (space_id, complaint_id)
    references union_space.complaint on delete cascade
);
create index follow_up_code_by_hash on union_space.follow_up_code (hash);
create index follow_up_code_by_complaint on union_space.follow_up_code (space_id, complaint_id, issued_at);
create unique index one_live_code_per_complaint on union_space.follow_up_code (space_id, complaint_id)
  where revoked_at is null;
create trigger audit after insert or update or delete on union_space.follow_up_code
  for each row execute function union_space.leave_line();

-- Which code said it, when the household did it by itself: nobody of the union did then.
alter table union_space.complaint_event add column by_code uuid,
  add constraint event_has_one_recorder check (by_code is null or recorded_by is null);

-- What a line of the thread needs to be folded stands beside the state: a household does not read the complaint itself,
-- where its home, its person and its first words are.
alter table union_space.complaint_state add column problem_code text, add column holiday_zone text;
update union_space.complaint_state s set problem_code = c.problem_code, holiday_zone = c.holiday_zone
  from union_space.complaint c where c.space_id = s.space_id and c.id = s.complaint_id;
alter table union_space.complaint_state alter column problem_code set not null, alter column holiday_zone set not null;

-- A code is found by the keyed hash of what was typed. Revoked, unknown, of a complaint that was erased: no row, alike.
-- The very improbable two alike open neither. Notes the day, once.
create function keyring.open_follow_up(wanted bytea, on_day date)
returns table (space_id uuid, complaint_id uuid, code_id uuid)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with live as (
    select c.space_id, c.complaint_id, c.id from union_space.follow_up_code c
    where c.hash = wanted and c.revoked_at is null),
  alone as (select l.* from live l where (select count(*) from live) = 1),
  seen as (
    update union_space.follow_up_code c set last_used_on = on_day from alone a
    where c.space_id = a.space_id and c.id = a.id and c.last_used_on is distinct from on_day)
  select a.space_id, a.complaint_id, a.id from alone a
$$;
revoke all on function keyring.open_follow_up(bytea, date) from public;
grant execute on function keyring.open_follow_up(bytea, date) to {{public}};
