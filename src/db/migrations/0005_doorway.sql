-- What was published, as published; and which passages the doorkeeper has delivered.
create schema public_space;
create table public_space.publication (
  id uuid primary key,
  slug text not null constraint one_publication_per_slug unique,
  door text not null,
  from_name text not null,
  projection jsonb not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz
);

create schema doorway;
create table doorway.delivery (
  passage_id uuid primary key,
  delivered_at timestamptz not null,
  outcome text not null constraint delivery_outcome_is_known check (outcome in ('delivered', 'no_such_space', 'nothing_to_undo'))
);

-- The doorkeeper knows institutions; which space answers for one is found here and nowhere else.
create view keyring.any_space as
  select 'union' as kind, space_id, institution_id, name, requires_second_factor from union_space.space
  union all select 'desk', space_id, institution_id, name, requires_second_factor from desk_space.space
  union all select 'programme', space_id, institution_id, name, requires_second_factor from programme_space.space
  union all select 'research', space_id, institution_id, name, requires_second_factor from research_space.space;

create view keyring.any_membership as
  select 'union' as kind, space_id, account_id, circle from union_space.membership where ended_at is null
  union all select 'desk', space_id, account_id, circle from desk_space.membership where ended_at is null
  union all select 'programme', space_id, account_id, circle from programme_space.membership where ended_at is null
  union all select 'research', space_id, account_id, circle from research_space.membership where ended_at is null;

create function keyring.space_of(wanted_kind text, wanted_institution uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select space_id from keyring.any_space where kind = wanted_kind and institution_id = wanted_institution
$$;
create function keyring.name_of(wanted_space uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select name from keyring.any_space where space_id = wanted_space
$$;
revoke all on all functions in schema keyring from public;
grant usage on schema keyring to {{doorkeeper}};
grant execute on function keyring.space_of(text, uuid), keyring.name_of(uuid) to {{doorkeeper}};
