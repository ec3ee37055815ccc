-- A code that opened is no guess: its try is given back, one row, and the block it came from stays open to neighbours.
create function keyring.give_back_attempt(wanted_action text, subject bytea, made_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from keyring.attempt where ctid = (
    select a.ctid from keyring.attempt a
    where a.action = wanted_action and a.subject_hash = subject and a.at = made_at limit 1)
$$;

revoke all on function keyring.give_back_attempt(text, bytea, timestamptz) from public;
grant execute on function keyring.give_back_attempt(text, bytea, timestamptz) to {{public}};
