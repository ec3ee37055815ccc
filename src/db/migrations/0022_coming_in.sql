-- Coming in for the first time: an invitation, the first administrator of a house, an agent vouched for by a provider.
create view keyring.any_invitation as
  select 'union' as kind, i.* from union_space.invitation i
  union all select 'desk', i.* from desk_space.invitation i
  union all select 'programme', i.* from programme_space.invitation i
  union all select 'research', i.* from research_space.invitation i;

-- The letter's token is the only proof; `state` says why an invitation opens nothing.
create function keyring.find_invitation(wanted bytea, at timestamptz)
returns table (state text, email text, name text, circle text, kind text, space_id uuid, space_name text, invited_by text,
               account_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn'
              when i.expires_at <= at then 'expired' else 'open' end,
         i.email, i.name, i.circle, i.kind, i.space_id, p.name, coalesce(by.name, ''), a.id
  from keyring.any_invitation i
  join keyring.any_space p on p.kind = i.kind and p.space_id = i.space_id
  left join keyring.account by on by.id = i.invited_by
  left join keyring.account a on a.email = lower(i.email)
  where i.hash = wanted
$$;

-- Internal: gives the membership an open invitation promises, to the account of its address, made if there is none.
create function keyring.take_up(found_kind text, found_space uuid, found_id uuid, at timestamptz, new_account uuid,
                                new_membership uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i record; me uuid;
begin
  execute format('update %I.invitation set accepted_at = $1
    where space_id = $2 and id = $3 and accepted_at is null and withdrawn_at is null and expires_at > $1
    returning lower(email) as email, name, circle, invited_by', found_kind || '_space') into i using at, found_space, found_id;
  if i.email is null then return null; end if;
  insert into keyring.account (id, email, name) values (new_account, i.email, i.name) on conflict (email) do nothing;
  select id into me from keyring.account where email = i.email;
  perform set_config('palier.account', me::text, true);
  execute format('insert into %I.membership (space_id, id, account_id, account_name, account_email, circle, since, invited_by)
    select $1, $2, a.id, a.name, a.email, $3, $4, $6 from keyring.account a where a.id = $5
    on conflict (space_id, account_id, circle) where ended_at is null do nothing', found_kind || '_space')
    using found_space, new_membership, i.circle, at, me, i.invited_by;
  return me;
end $$;

create function keyring.accept_invitation(wanted bytea, at timestamptz, new_account uuid, new_membership uuid)
returns table (account_id uuid, space_id uuid)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select t.me, t.space_id from (
    select keyring.take_up(i.kind, i.space_id, i.id, at, new_account, new_membership) as me, i.space_id
    from keyring.any_invitation i where i.hash = wanted limit 1) t where t.me is not null
$$;

-- An empty house is founded once, by whoever reads the console of the server.
create table keyring.first_link (
  hash bytea primary key,
  expires_at timestamptz not null
);
create function keyring.house_is_empty() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from keyring.any_space)
$$;
create function keyring.first_link_holds(wanted bytea, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select keyring.house_is_empty() and exists (select 1 from keyring.first_link where hash = wanted and expires_at > at)
$$;
create function keyring.found_house(wanted bytea, at timestamptz, space_kind text, institution_kind text, called text,
                                    my_name text, my_email text, decider text, ids uuid[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(20261123);
  if not keyring.first_link_holds(wanted, at) then return false; end if;
  delete from keyring.first_link;
  perform set_config('palier.account', ids[3]::text, true);
  insert into directory.institution (id, kind, name) values (ids[1], institution_kind, called);
  insert into keyring.account (id, email, name) values (ids[3], my_email, my_name);
  execute format('insert into %I.space (space_id, id, institution_id, name) values ($1, $1, $2, $3)', space_kind || '_space')
    using ids[2], ids[1], called;
  execute format('insert into %I.membership (space_id, id, account_id, account_name, account_email, circle, since)
    values ($1, $2, $4, $5, $6, ''administrator'', $8), ($1, $3, $4, $5, $6, $7, $8)', space_kind || '_space')
    using ids[2], ids[4], ids[5], ids[3], my_name, my_email, decider, at;
  return true;
end $$;

-- An agent whom a provider vouches for: known by (issuer, subject), else by an address that a desk already knows or has
-- invited. The session opens desks only, and no other membership is ever made here.
create function keyring.enter_by_identity(by_issuer text, by_subject text, vouched_email text, at timestamptz,
  new_account uuid, new_membership uuid, new_hash bytea, new_id uuid, on_device text, until timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid; i record;
begin
  select account_id into me from keyring.identity where issuer = by_issuer and subject = by_subject;
  if me is null then
    for i in select n.kind, n.space_id, n.id from keyring.any_invitation n
      where n.kind = 'desk' and lower(n.email) = vouched_email and n.accepted_at is null and n.withdrawn_at is null
        and n.expires_at > at order by n.invited_at limit 1 loop
      perform keyring.take_up(i.kind, i.space_id, i.id, at, new_account, new_membership);
    end loop;
    select id into me from keyring.account where email = vouched_email;
  end if;
  if not exists (select 1 from keyring.any_membership m where m.account_id = me and m.kind = 'desk') then return false; end if;
  -- An address already tied to another subject of this provider may have been given to somebody else since.
  if exists (select 1 from keyring.identity where issuer = by_issuer and account_id = me and subject <> by_subject) then
    return false;
  end if;
  insert into keyring.identity (issuer, subject, account_id) values (by_issuer, by_subject, me) on conflict do nothing;
  insert into keyring.session (hash, id, account_id, only_kind, device, opened_at, last_seen_at, expires_at)
  values (new_hash, new_id, me, 'desk', on_device, at, at, until);
  return true;
end $$;

revoke all on all functions in schema keyring from public;
grant execute on function keyring.find_invitation(bytea, timestamptz),
  keyring.accept_invitation(bytea, timestamptz, uuid, uuid), keyring.house_is_empty(), keyring.first_link_holds(bytea, timestamptz),
  keyring.found_house(bytea, timestamptz, text, text, text, text, text, text, uuid[]),
  keyring.enter_by_identity(text, text, text, timestamptz, uuid, uuid, bytea, uuid, text, timestamptz) to {{public}};
