-- Signing in: links, and what a person does with their own sessions. Each function is proven by a keyed hash.

-- Whose session this is, its second factor given when the account has one.
create function keyring.session_account(wanted bytea, at timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id from keyring.session s join keyring.account a on a.id = s.account_id
  where s.hash = wanted and s.ended_at is null and s.expires_at > at
    and (a.totp_sealed is null or s.second_factor_at is not null)
$$;

-- The same, for what opens the account itself: never for a session that an identity provider opened.
create function keyring.own_account(wanted bytea, at timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.account_id from keyring.session s
  where s.hash = wanted and s.only_kind is null and s.account_id = keyring.session_account(wanted, at)
$$;

create function keyring.put_link(new_hash bytea, for_email text, next text, until timestamptz) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with put as (
    insert into keyring.sign_in_link (hash, account_id, next_path, expires_at)
    select new_hash, a.id, next, until from keyring.account a where a.email = for_email returning 1)
  select exists (select 1 from put)
$$;

-- One call for known and unknown addresses alike: a link and its letter for the first, nothing for the second.
create function keyring.send_link(new_hash bytea, for_email text, next text, until timestamptz,
                                  mail_id uuid, mail_subject text, mail_body bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into keyring.mail (id, recipient, subject, body_sealed, next_try_at, created_at)
  select mail_id, for_email, mail_subject, mail_body, at, at where keyring.put_link(new_hash, for_email, next, until)
$$;

-- Uses a link up and opens a session in the same breath.
create function keyring.enter_by_link(wanted bytea, at timestamptz, new_hash bytea, new_id uuid, on_device text,
                                      until timestamptz) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    update keyring.sign_in_link set used_at = at where hash = wanted and used_at is null and expires_at > at
    returning account_id, next_path),
  opened as (
    insert into keyring.session (hash, id, account_id, device, opened_at, last_seen_at, expires_at)
    select new_hash, new_id, account_id, on_device, at, at, until from used)
  select next_path from used
$$;

create function keyring.my_sessions(wanted bytea, at timestamptz)
returns table (id uuid, device text, opened_at timestamptz, last_seen_at timestamptz, is_this boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.device, s.opened_at, s.last_seen_at, s.hash = wanted from keyring.session s
  where s.account_id = keyring.session_account(wanted, at) and s.ended_at is null and s.expires_at > at
  order by s.hash = wanted desc, s.last_seen_at desc, s.id limit 100
$$;

-- Without a chosen one: all of them, everywhere.
create function keyring.end_my_sessions(wanted bytea, at timestamptz, chosen uuid) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    update keyring.session set ended_at = at
    where account_id = keyring.session_account(wanted, at) and ended_at is null and (chosen is null or id = chosen)
    returning 1)
  select count(*) from ended
$$;

-- A membership carries its person's name, so that a space reads it without the keyring.
create function keyring.rename_me(wanted bytea, at timestamptz, new_name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := keyring.session_account(wanted, at); kind text;
begin
  if me is null then return; end if;
  perform set_config('palier.account', me::text, true);
  update keyring.account set name = new_name where id = me;
  foreach kind in array array['union', 'desk', 'programme', 'research'] loop
    execute format('update %I.membership set account_name = $1 where account_id = $2 and ended_at is null', kind || '_space')
      using new_name, me;
  end loop;
end $$;

revoke all on all functions in schema keyring from public;
grant execute on function keyring.spaces_of_session(bytea, timestamptz), keyring.put_link(bytea, text, text, timestamptz),
  keyring.send_link(bytea, text, text, timestamptz, uuid, text, bytea, timestamptz),
  keyring.enter_by_link(bytea, timestamptz, bytea, uuid, text, timestamptz), keyring.my_sessions(bytea, timestamptz),
  keyring.end_my_sessions(bytea, timestamptz, uuid), keyring.rename_me(bytea, timestamptz, text) to {{public}};
