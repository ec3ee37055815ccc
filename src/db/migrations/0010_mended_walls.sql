-- What the hostile test and a second reading found (docs/decisions/0001, 0002).

-- Functions are executable by everybody unless said otherwise: from now on they are not.
revoke all on all functions in schema union_space, desk_space, programme_space, research_space, keyring from public;
alter default privileges revoke execute on functions from public;

-- Large objects stand outside every schema: a login could keep rows there, and hand them to another. Nobody needs them.
-- Only a superuser may say so; elsewhere the server's own rule stays (an object is readable by its maker alone).
do $$
declare f regprocedure;
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    for f in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace
      and (proname like 'lo\_%' or proname in ('loread', 'lowrite')) loop
      execute format('revoke all on function %s from public', f);
    end loop;
  end if;
end $$;

-- Undoing must find the row that was delivered, even if the institution has moved house since.
alter table doorway.delivery add column to_space_id uuid;
alter table doorway.delivery drop constraint delivery_outcome_is_known;
alter table doorway.delivery add constraint delivery_outcome_is_known
  check (outcome in ('delivered', 'cancelled', 'refused', 'nothing_to_undo'));

-- An institution with several spaces of one kind is served by its oldest.
create or replace function keyring.space_of(wanted_kind text, wanted_institution uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select space_id from keyring.any_space where kind = wanted_kind and institution_id = wanted_institution
  order by space_id limit 1
$$;

-- Whoever notes that a consent is withdrawn sets this off, though only a deciding circle may send through a door: what
-- relied on it is taken back, and its contents are emptied here too. A running consent undoes nothing.
create function union_space.undo_passages_relying_on(wanted_space uuid, wanted_consent uuid, at timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with relied as (
    select p.* from union_space.passage p
    where p.space_id = wanted_space and wanted_consent = any (p.consent_ids) and p.undoes is null
      and not exists (select from union_space.consent c
        where c.space_id = wanted_space and c.id = wanted_consent and c.withdrawn_on is null)),
  emptied as (
    update union_space.passage p set projection = '{}' from relied r
    where p.space_id = wanted_space and p.id = r.id and p.projection <> '{}'),
  undone as (
    insert into union_space.passage (space_id, id, door, to_kind, to_institution_id, projection, undoes,
                                     prepared_by, decided_by, sent_at)
    select r.space_id, gen_random_uuid(), r.door, r.to_kind, r.to_institution_id, '{}', r.id, who.id, who.id, at
    from relied r, lateral (
      select coalesce(nullif(current_setting('palier.account', true), '')::uuid, r.decided_by) as id) who
    on conflict (space_id, undoes) do nothing returning 1)
  select count(*) from undone
$$;
grant execute on function union_space.undo_passages_relying_on(uuid, uuid, timestamptz) to {{union}}, {{system}};
