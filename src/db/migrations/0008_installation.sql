-- Whether this database is a demonstration is written once and never changed.
create table palier.installation (
  "only" boolean primary key default true constraint one_installation_per_database check ("only"),
  demo boolean not null,
  made_at timestamptz not null default now()
);
