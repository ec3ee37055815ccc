-- What a landlord's charter promises, rule by rule, with the document that says so. A desk writes its own; a union writes
-- what it has read. A rule that changes is a new row that closes the former: no row is ever rewritten but for its end.
create table union_space.charter_rule (
  space_id uuid not null references union_space.space,
  id uuid not null,
  institution_id uuid not null references directory.institution,
  replaces uuid,
  title text not null constraint charter_title_length check (length(title) between 2 and 300),
  starts_on text not null,
  stops_on text[] not null constraint charter_rule_stops check (cardinality(stops_on) between 1 and 13),
  length integer not null constraint charter_length_in_reach check (length between 1 and 36525),
  unit text not null constraint charter_unit_is_known
    check (unit in ('calendar_days', 'working_days', 'business_days', 'months', 'hours')),
  families text[] not null default '{}',
  source_title text not null constraint charter_source_length check (length(source_title) between 2 and 300),
  source_page text not null default '',
  source_on date not null,
  source_href text not null default '',
  note text not null default '',
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (space_id, id),
  constraint one_successor_per_charter_rule unique (space_id, replaces),
  constraint charter_replaces_inside_space foreign key (space_id, replaces) references union_space.charter_rule,
  constraint charter_ends_after_it_begins check (valid_until >= valid_from - 1)
);
create index charter_rule_by_institution on union_space.charter_rule (institution_id);
create trigger audit after insert or update or delete on union_space.charter_rule
  for each row execute function union_space.leave_line();

create table desk_space.charter_rule (
  like union_space.charter_rule including all,
  constraint charter_rule_of_a_space foreign key (space_id) references desk_space.space,
  constraint charter_rule_of_an_institution foreign key (institution_id) references directory.institution,
  constraint charter_replaces_inside_space foreign key (space_id, replaces) references desk_space.charter_rule
);
create trigger audit after insert or update or delete on desk_space.charter_rule
  for each row execute function desk_space.leave_line();

-- What a landlord's own desk publishes of its charter: found by who sent it, never by what the projection says of itself.
create function union_space.published_charters(wanted_institution uuid)
returns table (from_name text, published_at timestamptz, projection jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.from_name, p.published_at, p.projection
  from public_space.publication p
  join desk_space.passage g on g.id = p.id
  join desk_space.space s on s.space_id = g.space_id
  where s.institution_id = wanted_institution and p.door = 'publish_charter' and p.withdrawn_at is null
  order by p.published_at desc, p.id
$$;
revoke all on function union_space.published_charters(uuid) from public;
grant execute on function union_space.published_charters(uuid) to {{union}};
