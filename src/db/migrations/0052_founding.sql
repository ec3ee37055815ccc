-- A scope writes its own space and no other: founding an organisation goes through these functions alone
-- (docs/decisions/0050-who-founds-what.md). institutions/domain/founding.ts says the same rule; a test tries all pairs.
create function keyring.may_found(founder text, founded text, space_kind text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (founder, founded, space_kind) in (
    ('federation', 'union', 'union'),
    ('institute', 'institute', 'programme'),
    ('institute', 'research_team', 'research'),
    ('institute', 'landlord', 'desk'),
    ('institute', 'authority', 'desk'))
$$;

-- Opens a space for an organisation and invites its first administrator. A landlord or an authority that unions have
-- already described keeps its row: the desk opens on it. Answers 'opened' or 'already_open'. For the owner alone.
create function keyring.open_organisation(wanted jsonb, parent uuid, invited_by uuid, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  organisation uuid;
  schema_name text := (wanted ->> 'space_kind') || '_space';
begin
  insert into directory.institution (id, kind, name, parent_id)
  select (wanted ->> 'institution_id')::uuid, wanted ->> 'kind', wanted ->> 'name', parent
  where not exists (select from directory.institution i
    where i.kind = wanted ->> 'kind' and lower(i.name) = lower(wanted ->> 'name'))
  on conflict (kind, name) do nothing;
  select i.id into organisation from directory.institution i
  where i.kind = wanted ->> 'kind' and lower(i.name) = lower(wanted ->> 'name') order by i.id limit 1 for update;
  if exists (select from keyring.any_space s where s.institution_id = organisation and s.kind = wanted ->> 'space_kind') then
    return 'already_open';
  end if;
  execute format('insert into %I.space (space_id, id, institution_id, name, created_at) values ($1, $1, $2, $3, $4)', schema_name)
    using (wanted ->> 'space_id')::uuid, organisation, wanted ->> 'name', at;
  execute format('insert into %I.invitation (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at)
                  values ($1, $2, $3, $4, $5, ''administrator'', $6, $7, $8)', schema_name)
    using (wanted ->> 'space_id')::uuid, (wanted ->> 'invitation_id')::uuid, decode(wanted ->> 'hash', 'hex'),
          wanted ->> 'email', wanted ->> 'person', invited_by, at, (wanted ->> 'expires_at')::timestamptz;
  return 'opened';
end $$;

-- Who asks is read from the memberships of this very moment, in the kind whose login may call the function below.
create function keyring.found_from(founder_kind text, wanted jsonb, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := nullif(current_setting('palier.space', true), '')::uuid;
  me uuid := nullif(current_setting('palier.account', true), '')::uuid;
  founder directory.institution;
begin
  select i.* into founder from keyring.any_space s join directory.institution i on i.id = s.institution_id
  where s.kind = founder_kind and s.space_id = here
    and exists (select from keyring.any_membership m
      where m.kind = founder_kind and m.space_id = here and m.account_id = me and m.circle = 'administrator');
  if founder.id is null or not keyring.may_found(founder.kind, wanted ->> 'kind', wanted ->> 'space_kind') then
    return 'not_entitled';
  end if;
  return keyring.open_organisation(wanted, founder.id, me, at);
end $$;

create function union_space.found_organisation(wanted jsonb, at timestamptz) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$ select keyring.found_from('union', wanted, at) $$;
create function programme_space.found_organisation(wanted jsonb, at timestamptz) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$ select keyring.found_from('programme', wanted, at) $$;

revoke all on function keyring.may_found(text, text, text), keyring.open_organisation(jsonb, uuid, uuid, timestamptz),
  keyring.found_from(text, jsonb, timestamptz), union_space.found_organisation(jsonb, timestamptz),
  programme_space.found_organisation(jsonb, timestamptz) from public;
grant execute on function union_space.found_organisation(jsonb, timestamptz) to {{union}};
grant execute on function programme_space.found_organisation(jsonb, timestamptz) to {{programme}};
