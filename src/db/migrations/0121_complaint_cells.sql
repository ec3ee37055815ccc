-- How many waits of an estate and family began on one day and ended on another, as known from a third (src/measure/lexis.ts):
-- days since 1970-01-01, closed_day 2147483647 while they last, outcome as src/measure/outcomes.ts. Counts add; what was
-- wrong is taken away. The state of a complaint says what it adds, and a trigger adds it: whatever writes, moves, erases or
-- purges a complaint, in the same transaction. States written before this say nothing yet: `palier complaints rebuild`.
alter table union_space.complaint_state add column cells text not null default '[]';

create table union_space.complaint_cell (
  space_id uuid not null references union_space.space,
  estate_id uuid not null references directory.estate,
  family_code text not null references directory.nomenclature,
  opened_day integer not null,
  closed_day integer not null,
  outcome smallint not null,
  known_from integer not null,
  n bigint not null,
  primary key (space_id, estate_id, family_code, opened_day, closed_day, outcome, known_from),
  constraint wait_ends_after_it_began check (closed_day >= opened_day),
  constraint wait_has_an_outcome_when_it_ended check ((closed_day = 2147483647) = (outcome = 0))
);
create index complaint_cell_by_estate on union_space.complaint_cell (estate_id);
create index complaint_cell_by_family on union_space.complaint_cell (family_code);

-- In the order of the key, so that two writers of one estate wait for each other and never in a ring.
create function union_space.add_cells() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.cells, old.estate_id, old.family_code) = (new.cells, new.estate_id, new.family_code) then
    return null;
  end if;
  insert into union_space.complaint_cell as kept
    (space_id, estate_id, family_code, opened_day, closed_day, outcome, known_from, n)
  select space_id, estate_id, family_code, opened_day, closed_day, outcome, known_from, sum(n) from (
    select new.space_id, new.estate_id, new.family_code, c.opened_day, c.closed_day, c.outcome, c.known_from, c.n
    from jsonb_populate_recordset(null::union_space.complaint_cell, new.cells::jsonb) c
    union all
    select old.space_id, old.estate_id, old.family_code, c.opened_day, c.closed_day, c.outcome, c.known_from, -c.n
    from jsonb_populate_recordset(null::union_space.complaint_cell, old.cells::jsonb) c) as changed
  group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (space_id, estate_id, family_code, opened_day, closed_day, outcome, known_from)
    do update set n = kept.n + excluded.n;
  delete from union_space.complaint_cell
  where n = 0 and space_id = coalesce(new.space_id, old.space_id)
    and (estate_id, family_code) in ((new.estate_id, new.family_code), (old.estate_id, old.family_code));
  return null;
end $$;
create trigger add_cells after insert or update or delete on union_space.complaint_state
  for each row execute function union_space.add_cells();
