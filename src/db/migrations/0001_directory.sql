-- The directory belongs to no space and holds nothing personal: what anyone can read on a wall or in a gazette.
create schema directory;
create extension pg_trgm schema directory;

create table directory.commune (
  code text primary key constraint commune_code_is_insee check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
  name text not null,
  postcode text not null
);

create table directory.institution (
  id uuid primary key,
  kind text not null constraint institution_kind_is_known
    check (kind in ('union', 'federation', 'institute', 'landlord', 'authority', 'research_team')),
  name text not null constraint institution_name_length check (length(name) between 2 and 300),
  parent_id uuid references directory.institution,
  created_at timestamptz not null default now(),
  constraint one_institution_per_name unique (kind, name)
);
create index institution_by_parent on directory.institution (parent_id);

create table directory.estate (
  id uuid primary key,
  landlord_id uuid not null references directory.institution,
  commune_code text not null references directory.commune,
  name text not null constraint estate_name_length check (length(name) between 1 and 300),
  search_text text not null,
  constraint one_estate_per_name unique (landlord_id, commune_code, name)
);
create index estate_by_commune on directory.estate (commune_code);
create index estate_by_words on directory.estate using gin (search_text gin_trgm_ops);

create table directory.building (
  id uuid primary key,
  estate_id uuid not null references directory.estate,
  name text not null constraint building_name_length check (length(name) between 1 and 300),
  address text not null default '',
  search_text text not null,
  constraint one_building_per_name unique (estate_id, name)
);
create index building_by_words on directory.building using gin (search_text gin_trgm_ops);

-- Floors run from lowest_floor to highest_floor, both met; positions name the doors of one landing in order.
create table directory.staircase (
  id uuid primary key,
  building_id uuid not null references directory.building,
  name text not null constraint staircase_name_length check (length(name) between 1 and 100),
  lowest_floor integer not null default 0,
  highest_floor integer not null,
  positions text[] not null,
  constraint one_staircase_per_name unique (building_id, name),
  constraint staircase_floors_in_reach check (lowest_floor between -5 and highest_floor and highest_floor <= 60),
  constraint staircase_doors_in_reach check (cardinality(positions) between 1 and 20)
);

create table directory.nomenclature (
  code text primary key,
  parent_code text references directory.nomenclature,
  label text not null,
  retired_on date
);
create index nomenclature_by_parent on directory.nomenclature (parent_code);
