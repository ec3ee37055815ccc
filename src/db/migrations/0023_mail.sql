-- A letter that could not leave in time is worth nothing: a link of fifteen minutes is not sent the day after.
alter table keyring.mail add column expires_at timestamptz;

-- Everybody may ask for a letter; what it says is sealed by the program, so a login that forges one sends nothing.
create function keyring.post_mail(new_id uuid, in_space uuid, to_address text, about text, sealed bytea, at timestamptz,
                                  until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into keyring.mail (id, space_id, recipient, subject, body_sealed, next_try_at, created_at, expires_at)
  values (new_id, in_space, to_address, about, sealed, at, at, until)
$$;

create or replace function keyring.send_link(new_hash bytea, for_email text, next text, until timestamptz,
                                  mail_id uuid, mail_subject text, mail_body bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into keyring.mail (id, recipient, subject, body_sealed, next_try_at, created_at, expires_at)
  select mail_id, for_email, mail_subject, mail_body, at, at, until where keyring.put_link(new_hash, for_email, next, until)
$$;

-- What an administrator sees of the letters of their space: never a body.
create function keyring.outbox(wanted bytea, at timestamptz, in_space uuid)
returns table (id uuid, recipient text, subject text, state text, attempts integer, created_at timestamptz, sent_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.recipient, l.subject, l.state, l.attempts, l.created_at, l.sent_at from keyring.mail l
  where l.space_id = in_space and exists (
    select 1 from keyring.any_membership m where m.space_id = in_space and m.circle = 'administrator'
      and m.account_id = keyring.session_account(wanted, at))
  order by l.created_at desc, l.id limit 200
$$;

revoke all on all functions in schema keyring from public;
grant execute on function keyring.post_mail(uuid, uuid, text, text, bytea, timestamptz, timestamptz)
  to {{public}}, {{union}}, {{desk}}, {{programme}}, {{research}}, {{system}}, {{doorkeeper}};
grant execute on function keyring.outbox(bytea, timestamptz, uuid) to {{public}};
