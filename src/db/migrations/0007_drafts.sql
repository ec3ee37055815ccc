-- The session that sent the form may have ended since: it still tells whose the draft is. A removed or unknown session tells nothing.
create function keyring.keep_draft(new_hash bytea, session_hash bytea, at_path text, sealed bytea, until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into keyring.draft (hash, account_id, path, body_sealed, expires_at)
  select new_hash, s.account_id, at_path, sealed, until from keyring.session s where s.hash = session_hash
$$;

create function keyring.take_draft(wanted bytea, for_account uuid, at_path text, at timestamptz) returns bytea
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from keyring.draft where hash = wanted and account_id = for_account and path = at_path and expires_at > at returning body_sealed
$$;

revoke all on function keyring.keep_draft(bytea, bytea, text, bytea, timestamptz), keyring.take_draft(bytea, uuid, text, timestamptz) from public;
grant execute on function keyring.keep_draft(bytea, bytea, text, bytea, timestamptz), keyring.take_draft(bytea, uuid, text, timestamptz) to {{public}};
