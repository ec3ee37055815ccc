-- A session is found by the keyed hash of its secret; what it may do is read from the memberships of this very moment,
-- so that a removed person's session opens nothing. The same call notes, at most every five minutes, that it was seen.
create function keyring.find_session(wanted bytea, at timestamptz)
returns table (session_id uuid, account_id uuid, account_name text, account_email text, has_second_factor boolean,
               second_factor_at timestamptz, space_id uuid, kind text, space_name text, institution_id uuid,
               requires_second_factor boolean, circles text[])
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update keyring.session s set last_seen_at = at
  where s.hash = wanted and s.ended_at is null and s.expires_at > at and s.last_seen_at < at - interval '5 minutes';
  select s.id, a.id, a.name, a.email, a.totp_sealed is not null, s.second_factor_at,
         p.space_id, p.kind, p.name, p.institution_id, p.requires_second_factor, m.circles
  from keyring.session s
  join keyring.account a on a.id = s.account_id
  left join lateral (
    select m.kind, m.space_id, array_agg(m.circle order by m.circle) as circles
    from keyring.any_membership m
    where m.account_id = s.account_id and (s.space_id is null or m.space_id = s.space_id)
      and (s.only_kind is null or m.kind = s.only_kind)
    group by m.kind, m.space_id order by m.kind desc, m.space_id limit 1
  ) m on true
  left join keyring.any_space p on p.kind = m.kind and p.space_id = m.space_id
  where s.hash = wanted and s.ended_at is null and s.expires_at > at
$$;

create function keyring.open_session(new_hash bytea, new_id uuid, for_account uuid, on_device text,
                                     at timestamptz, until timestamptz, second_factor timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into keyring.session (hash, id, account_id, device, second_factor_at, opened_at, last_seen_at, expires_at)
  values (new_hash, new_id, for_account, on_device, second_factor, at, at, until)
$$;

create function keyring.spaces_of_session(wanted bytea, at timestamptz)
returns table (space_id uuid, kind text, space_name text, circles text[], requires_second_factor boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.space_id, p.kind, p.name, array_agg(m.circle order by m.circle), p.requires_second_factor
  from keyring.session s
  join keyring.any_membership m on m.account_id = s.account_id and (s.only_kind is null or m.kind = s.only_kind)
  join keyring.any_space p on p.kind = m.kind and p.space_id = m.space_id
  where s.hash = wanted and s.ended_at is null and s.expires_at > at
  group by p.space_id, p.kind, p.name, p.requires_second_factor order by p.kind desc, p.name
$$;

create function keyring.choose_space(wanted bytea, at timestamptz, chosen uuid) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with moved as (
    update keyring.session s set space_id = chosen
    where s.hash = wanted and s.ended_at is null and s.expires_at > at
      and exists (select 1 from keyring.any_membership m where m.account_id = s.account_id and m.space_id = chosen
                  and (s.only_kind is null or m.kind = s.only_kind))
    returning 1)
  select exists (select 1 from moved)
$$;

create function keyring.end_session(wanted bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update keyring.session set ended_at = at where hash = wanted and ended_at is null
$$;

-- True while fewer than `most` attempts were made since `since`; the attempt is counted either way.
create function keyring.try_attempt(wanted_action text, subject bytea, at timestamptz, since timestamptz, most integer) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with noted as (insert into keyring.attempt (action, subject_hash, at) values (wanted_action, subject, at))
  select count(*) < most from keyring.attempt a where a.action = wanted_action and a.subject_hash = subject and a.at > since
$$;

revoke all on all functions in schema keyring from public;
grant usage on schema keyring to {{public}}, {{union}}, {{desk}}, {{programme}}, {{research}}, {{system}};
grant execute on function keyring.find_session(bytea, timestamptz),
  keyring.open_session(bytea, uuid, uuid, text, timestamptz, timestamptz, timestamptz),
  keyring.spaces_of_session(bytea, timestamptz), keyring.choose_space(bytea, timestamptz, uuid),
  keyring.end_session(bytea, timestamptz), keyring.try_attempt(text, bytea, timestamptz, timestamptz, integer) to {{public}};
