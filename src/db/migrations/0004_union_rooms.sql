-- Homes, people and occupancies belong to a union's space. Identifiers of homes are made by the program from
-- (space, staircase, floor, position), so that two phones offline make the same one; labels change, ids do not.
create table union_space.home (
  space_id uuid not null references union_space.space,
  id uuid not null,
  staircase_id uuid not null references directory.staircase,
  floor integer not null,
  position integer not null constraint home_position_in_reach check (position between 1 and 20),
  label text not null constraint home_label_length check (length(label) between 1 and 300),
  merged_into uuid,
  created_at timestamptz not null default now(),
  primary key (space_id, id),
  constraint one_home_per_door unique (space_id, staircase_id, floor, position),
  constraint home_merged_inside_space foreign key (space_id, merged_into) references union_space.home
);
create index home_by_staircase on union_space.home (staircase_id);
create index home_by_merge on union_space.home (space_id, merged_into);

create table union_space.person (
  space_id uuid not null references union_space.space,
  id uuid not null,
  name text not null constraint person_name_length check (length(name) between 1 and 300),
  phone text not null default '',
  email text not null default '',
  language text not null default 'fr',
  note text not null default '',
  search_text text not null,
  last_contact_on date not null,
  merged_into uuid,
  created_at timestamptz not null default now(),
  primary key (space_id, id),
  constraint person_merged_inside_space foreign key (space_id, merged_into) references union_space.person
);
create index person_by_merge on union_space.person (space_id, merged_into);
create index person_by_last_contact on union_space.person (space_id, last_contact_on);

create table union_space.occupancy (
  space_id uuid not null references union_space.space,
  id uuid not null,
  home_id uuid not null,
  person_id uuid not null,
  since_said text not null default '',
  since_earliest date,
  since_latest date,
  since_precision text,
  until_said text not null default '',
  until_earliest date,
  until_latest date,
  until_precision text,
  created_at timestamptz not null default now(),
  primary key (space_id, id),
  constraint occupancy_of_a_known_home foreign key (space_id, home_id) references union_space.home,
  constraint occupancy_of_a_known_person foreign key (space_id, person_id) references union_space.person
);
create index occupancy_by_home on union_space.occupancy (space_id, home_id);
create index occupancy_by_person on union_space.occupancy (space_id, person_id);

create table union_space.consent (
  space_id uuid not null references union_space.space,
  id uuid not null,
  person_id uuid not null,
  purpose text not null constraint consent_purpose_is_known check (purpose in ('kept', 'called_back', 'presented_to_landlord')),
  wording_version text not null,
  given_on date not null,
  withdrawn_on date,
  recorded_by uuid not null,
  primary key (space_id, id),
  constraint consent_of_a_known_person foreign key (space_id, person_id) references union_space.person
);
create unique index one_running_consent_per_purpose on union_space.consent (space_id, person_id, purpose) where withdrawn_on is null;

-- What was there before two rows were made one, so that the merge can be undone.
create table union_space.merger (
  space_id uuid not null references union_space.space,
  id uuid not null,
  table_name text not null constraint merger_of_known_rows check (table_name in ('home', 'person')),
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (space_id, id)
);
create index merger_by_kept on union_space.merger (space_id, kept_id);

create trigger audit after insert or update or delete on union_space.home for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.person for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.occupancy for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.consent for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.merger for each row execute function union_space.leave_line();
