-- Every page looks a session up: looking only reads. That it was seen is noted apart, by whoever finds it five minutes old.
drop function keyring.find_session(bytea, timestamptz);
create function keyring.find_session(wanted bytea, at timestamptz)
returns table (session_id uuid, account_id uuid, account_name text, account_email text, has_second_factor boolean,
               second_factor_at timestamptz, last_seen_at timestamptz, space_id uuid, kind text, space_name text,
               institution_id uuid, requires_second_factor boolean, circles text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, a.id, a.name, a.email, a.totp_sealed is not null, s.second_factor_at, s.last_seen_at,
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

create function keyring.note_session_seen(wanted bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update keyring.session set last_seen_at = at where hash = wanted and ended_at is null and expires_at > at
$$;
revoke all on function keyring.find_session(bytea, timestamptz), keyring.note_session_seen(bytea, timestamptz) from public;
grant execute on function keyring.find_session(bytea, timestamptz), keyring.note_session_seen(bytea, timestamptz) to {{public}};
