-- Who follows a complaint and when to come back to it stand beside its state too, so that a list reads one table. The
-- complaint says them; these copies follow it by themselves.
alter table union_space.complaint_state add column assigned_to uuid, add column follow_up_on date;
update union_space.complaint_state s set assigned_to = c.assigned_to, follow_up_on = c.follow_up_on
  from union_space.complaint c where c.space_id = s.space_id and c.id = s.complaint_id;

create function union_space.copy_care_to_state() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update union_space.complaint_state set assigned_to = new.assigned_to, follow_up_on = new.follow_up_on
    where space_id = new.space_id and complaint_id = new.id;
  return null;
end $$;
create function union_space.take_care_from_complaint() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  select c.assigned_to, c.follow_up_on into new.assigned_to, new.follow_up_on
    from union_space.complaint c where c.space_id = new.space_id and c.id = new.complaint_id;
  return new;
end $$;
revoke all on function union_space.copy_care_to_state() from public;
revoke all on function union_space.take_care_from_complaint() from public;
create trigger care_follows after update of assigned_to, follow_up_on on union_space.complaint
  for each row execute function union_space.copy_care_to_state();
create trigger care_is_taken before insert on union_space.complaint_state
  for each row execute function union_space.take_care_from_complaint();

-- The day a list is sorted by. A column and not an expression: row-level security lets no `coalesce` into an index search.
alter table union_space.complaint_state
  add column waits_since date generated always as (coalesce(told_latest, 'infinity'::date)) stored;
drop index union_space.state_in_order;
drop index union_space.state_running;
drop index union_space.state_by_family;
drop index union_space.state_by_estate;
drop index union_space.state_by_building;
create index state_in_order on union_space.complaint_state (space_id, waits_since, complaint_id);
create index state_running on union_space.complaint_state (space_id, waits_since, complaint_id) where ending is null;
create index state_by_family on union_space.complaint_state (space_id, family_code, waits_since, complaint_id);
create index state_by_estate on union_space.complaint_state (space_id, estate_id, waits_since, complaint_id);
create index state_by_building on union_space.complaint_state (space_id, building_id, waits_since, complaint_id);
create index state_by_assignee on union_space.complaint_state (space_id, assigned_to, waits_since, complaint_id)
  where ending is null;
create index state_by_follow_up on union_space.complaint_state (space_id, follow_up_on)
  where follow_up_on is not null and ending is null;
