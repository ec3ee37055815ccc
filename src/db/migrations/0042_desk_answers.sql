-- A presentation waits until its landlord has a desk. The union is told which it is, and nothing else of that desk.
create function union_space.desk_answers_for(wanted_institution uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select keyring.space_of('desk', wanted_institution) is not null
$$;
revoke all on function union_space.desk_answers_for(uuid) from public;
grant execute on function union_space.desk_answers_for(uuid) to {{union}};
