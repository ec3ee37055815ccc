-- Instruments of a union's own: what was brought, compiled, and what was published, which never changes again.
create table union_space.instrument (
  space_id uuid not null references union_space.space,
  id uuid not null,
  -- The SHA-256 of its canonical bytes: one word changed is another one.
  version text not null constraint version_is_a_fingerprint check (version ~ '^[0-9a-f]{64}$'),
  title text not null,
  file_name text not null,
  -- Text and not jsonb: these bytes, and no others, are what the fingerprint is of.
  form text not null constraint form_has_its_length check (octet_length(form) <= 1048576),
  brought_by uuid not null,
  brought_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (space_id, id),
  constraint one_instrument_per_version unique (space_id, version),
  constraint version_of_its_form check (version = encode(sha256(convert_to(form, 'UTF8')), 'hex')),
  constraint published_by_somebody check ((published_by is null) = (published_at is null))
);

-- Published once: phones hold it, and what they bring back refers to it.
create function union_space.instrument_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.published_at is not null then raise exception 'a published instrument does not change'; end if;
  return new;
end $$;
create trigger stays before update on union_space.instrument for each row execute function union_space.instrument_stays();
create trigger audit after insert or update or delete on union_space.instrument for each row execute function union_space.leave_line();
