-- Passkeys, second factors, and an administrator's help to whoever lost both.
create table keyring.challenge (
  hash bytea primary key,
  account_id uuid references keyring.account,
  expires_at timestamptz not null
);
create index challenge_by_account on keyring.challenge (account_id);
create index challenge_by_end on keyring.challenge (expires_at);

-- With a session: for a new passkey of its account. Without: for signing in. Those that expired go.
create function keyring.put_challenge(new_hash bytea, wanted bytea, at timestamptz, until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from keyring.challenge where expires_at <= at;
  insert into keyring.challenge (hash, account_id, expires_at)
  select new_hash, keyring.own_account(wanted, at), until where wanted is null or keyring.own_account(wanted, at) is not null
$$;

create function keyring.take_challenge(taken bytea, wanted bytea, at timestamptz) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from keyring.challenge c where c.hash = taken returning c.account_id, c.expires_at)
  select exists (select 1 from gone where expires_at > at and case when wanted is null then account_id is null
    else account_id = keyring.own_account(wanted, at) end)
$$;

create function keyring.my_passkeys(wanted bytea, at timestamptz)
returns table (id text, label text, added_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.label, p.added_at, p.last_used_at from keyring.passkey p
  where p.account_id = keyring.session_account(wanted, at) order by p.added_at, p.id
$$;

create function keyring.add_passkey(wanted bytea, at timestamptz, new_id text, key bytea, uses bigint, named text) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with added as (
    insert into keyring.passkey (id, account_id, public_key, counter, label, added_at)
    select new_id, me, key, uses, named, at from keyring.own_account(wanted, at) me
    where me is not null and (select count(*) from keyring.passkey where account_id = me) < 20
    on conflict (id) do nothing returning 1)
  select exists (select 1 from added)
$$;

create function keyring.remove_passkey(wanted bytea, at timestamptz, removed text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from keyring.passkey where id = removed and account_id = keyring.own_account(wanted, at)
$$;

create function keyring.find_passkey(wanted text) returns table (public_key bytea, counter bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select public_key, counter from keyring.passkey where id = wanted
$$;

-- The counter read must still be the one kept: two sign-ins with one answer, or a copied key, open one session at most.
create function keyring.enter_by_passkey(wanted text, uses_before bigint, uses_now bigint, at timestamptz, new_hash bytea,
                                         new_id uuid, on_device text, until timestamptz, second_factor timestamptz) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    update keyring.passkey set counter = uses_now, last_used_at = at where id = wanted and counter = uses_before
    returning account_id),
  opened as (
    insert into keyring.session (hash, id, account_id, device, second_factor_at, opened_at, last_seen_at, expires_at)
    select new_hash, new_id, account_id, on_device, second_factor, at, at, until from used)
  select exists (select 1 from used)
$$;

create function keyring.enrol_second_factor(wanted bytea, at timestamptz, sealed bytea, step bigint) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with enrolled as (
    update keyring.account set totp_sealed = sealed, totp_last_step = step
    where id = keyring.own_account(wanted, at) and totp_sealed is null returning 1),
  passed as (
    update keyring.session set second_factor_at = at where hash = wanted and exists (select 1 from enrolled))
  select exists (select 1 from enrolled)
$$;

-- Asked for before the second factor is given: the session alone proves who asks.
create function keyring.second_factor_of(wanted bytea, at timestamptz) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.totp_sealed from keyring.session s join keyring.account a on a.id = s.account_id
  where s.hash = wanted and s.ended_at is null and s.expires_at > at
$$;

-- A code serves once: its step must come after the last one used.
create function keyring.pass_second_factor(wanted bytea, at timestamptz, step bigint) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    update keyring.account a set totp_last_step = step from keyring.session s
    where s.hash = wanted and s.ended_at is null and s.expires_at > at and a.id = s.account_id
      and a.totp_sealed is not null and coalesce(a.totp_last_step, 0) < step returning 1),
  passed as (
    update keyring.session set second_factor_at = at where hash = wanted and exists (select 1 from used))
  select exists (select 1 from used)
$$;

create function keyring.drop_second_factor(wanted bytea, at timestamptz, step bigint) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with dropped as (
    update keyring.account set totp_sealed = null, totp_last_step = null
    where id = keyring.own_account(wanted, at) and totp_sealed is not null and coalesce(totp_last_step, 0) < step
    returning id),
  lowered as (
    update keyring.session set second_factor_at = null where account_id in (select id from dropped))
  select exists (select 1 from dropped)
$$;

-- A second administrator's help: both are in this space, the caller administers it, and nobody helps oneself.
create function keyring.reset_access(wanted bytea, at timestamptz, in_space uuid, person uuid)
returns table (email text, name text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := keyring.own_account(wanted, at); space_kind text;
begin
  select m.kind into space_kind from keyring.any_membership m
  where m.space_id = in_space and m.account_id = me and m.circle = 'administrator' and me <> person
    and exists (select 1 from keyring.any_membership p where p.space_id = in_space and p.account_id = person)
    -- Whoever belongs to a union is helped by a union only: a landlord's desk must not weaken the way into one.
    and (m.kind = 'union' or not exists (
      select 1 from keyring.any_membership u where u.account_id = person and u.kind = 'union'));
  if space_kind is null then return; end if;
  update keyring.account set totp_sealed = null, totp_last_step = null where id = person;
  delete from keyring.passkey where account_id = person;
  update keyring.session set ended_at = at where account_id = person and ended_at is null;
  update keyring.sign_in_link set used_at = at where account_id = person and used_at is null;
  execute format('insert into %I.audit_line (space_id, account_id, login, verb, table_name, row_id)
                  values ($1, $2, session_user, ''reset_access'', ''account'', $3)', space_kind || '_space')
    using in_space, me, person;
  return query select a.email, a.name from keyring.account a where a.id = person;
end $$;

revoke all on all functions in schema keyring from public;
grant execute on function keyring.put_challenge(bytea, bytea, timestamptz, timestamptz),
  keyring.take_challenge(bytea, bytea, timestamptz), keyring.my_passkeys(bytea, timestamptz),
  keyring.add_passkey(bytea, timestamptz, text, bytea, bigint, text), keyring.remove_passkey(bytea, timestamptz, text),
  keyring.find_passkey(text),
  keyring.enter_by_passkey(text, bigint, bigint, timestamptz, bytea, uuid, text, timestamptz, timestamptz),
  keyring.enrol_second_factor(bytea, timestamptz, bytea, bigint), keyring.second_factor_of(bytea, timestamptz),
  keyring.pass_second_factor(bytea, timestamptz, bigint), keyring.drop_second_factor(bytea, timestamptz, bigint) to {{public}};
grant execute on function keyring.reset_access(bytea, timestamptz, uuid, uuid) to {{union}}, {{desk}}, {{programme}}, {{research}};
