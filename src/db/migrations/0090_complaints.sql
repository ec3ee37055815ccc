-- A complaint is one household's wait for one trouble. Its life is a list of lines that are only added; what the list
-- says is kept beside it in complaint_state, written in the same transaction and rebuildable (src/complaints/domain).
create table union_space.complaint (
  space_id uuid not null references union_space.space,
  id uuid not null,
  estate_id uuid not null references directory.estate,
  building_id uuid references directory.building,
  staircase_id uuid references directory.staircase,
  home_id uuid,
  person_id uuid,
  family_code text not null references directory.nomenclature,
  problem_code text not null references directory.nomenclature,
  words text not null default '' constraint complaint_words_length check (length(words) <= 4000),
  -- Since when the trouble lasts, told or not: it starts no clock.
  since_said text not null default '',
  since_earliest date,
  since_latest date,
  since_precision text,
  holiday_zone text not null default 'national',
  assigned_to uuid,
  follow_up_on date,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (space_id, id),
  constraint complaint_in_a_known_home foreign key (space_id, home_id) references union_space.home,
  constraint complaint_of_a_known_person foreign key (space_id, person_id) references union_space.person on delete cascade,
  constraint complaint_place_is_a_chain check (
    (staircase_id is null or building_id is not null) and (home_id is null or staircase_id is not null))
);
create index complaint_by_estate on union_space.complaint (estate_id);
create index complaint_by_building on union_space.complaint (building_id);
create index complaint_by_staircase on union_space.complaint (staircase_id);
create index complaint_by_family on union_space.complaint (family_code);
create index complaint_by_problem on union_space.complaint (problem_code);
create index complaint_by_person on union_space.complaint (space_id, person_id);
create index complaint_by_home on union_space.complaint (space_id, home_id);
create index complaint_by_assignee on union_space.complaint (space_id, assigned_to, follow_up_on);
create index complaint_by_follow_up on union_space.complaint (space_id, follow_up_on) where follow_up_on is not null;
create index complaint_by_recorded on union_space.complaint (space_id, recorded_at);

create table union_space.complaint_event (
  space_id uuid not null references union_space.space,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null,
  actor text not null,
  channel text not null,
  happened_said text not null constraint event_said_length check (length(happened_said) <= 80),
  happened_earliest date not null,
  happened_latest date not null,
  happened_precision text not null,
  evidence text not null,
  details jsonb not null default '{}',
  words text not null default '' constraint event_words_length check (length(words) <= 4000),
  interlocutor text not null default '' constraint event_interlocutor_length check (length(interlocutor) <= 300),
  recorded_at timestamptz not null,
  -- Empty when the household did it itself, by its follow-up code.
  recorded_by uuid,
  supersedes uuid,
  primary key (space_id, id),
  constraint event_of_a_known_complaint foreign key (space_id, complaint_id)
    references union_space.complaint on delete cascade,
  constraint event_lasts_forward check (happened_earliest <= happened_latest),
  -- Two people correcting one line: the second is told.
  constraint one_correction_per_event unique (space_id, supersedes)
);
create index event_by_complaint on union_space.complaint_event (space_id, complaint_id);
create index event_by_recorded on union_space.complaint_event (space_id, recorded_at);

create table union_space.complaint_state (
  space_id uuid not null references union_space.space,
  complaint_id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  staircase_id uuid,
  home_id uuid,
  family_code text not null,
  -- The last run of each clock, in days; what is not known is empty.
  told_earliest date,
  told_latest date,
  ended_on date,
  ending text,
  runs integer not null default 0,
  registered_on date,
  closed_on date,
  answered_on date,
  last_word_on date,
  longest_silence integer not null default 0,
  ball text,
  ball_since date,
  contested boolean not null default false,
  reminders integer not null default 0,
  tellings integer not null default 0,
  interlocutors integer not null default 0,
  contempts integer not null default 0,
  missed_appointments integer not null default 0,
  promises integer not null default 0,
  next_promise_on date,
  next_due_on date,
  last_event_on date,
  event_count integer not null default 0,
  primary key (space_id, complaint_id),
  constraint state_of_a_known_complaint foreign key (space_id, complaint_id)
    references union_space.complaint on delete cascade
);
create index state_by_wait on union_space.complaint_state (space_id, told_latest, complaint_id) where ending is null;
create index state_by_ended on union_space.complaint_state (space_id, ended_on) where ending is not null;
create index state_by_family on union_space.complaint_state (space_id, family_code, told_latest);
create index state_by_estate on union_space.complaint_state (space_id, estate_id, told_latest);
create index state_by_building on union_space.complaint_state (space_id, building_id, told_latest);
create index state_by_promise on union_space.complaint_state (space_id, next_promise_on) where next_promise_on is not null;
create index state_by_due on union_space.complaint_state (space_id, next_due_on) where next_due_on is not null;
create index state_contested on union_space.complaint_state (space_id, complaint_id) where contested;

-- The rule that applied when a clock started, as it was that day: a changed law never rewrites the past.
create table union_space.complaint_deadline (
  space_id uuid not null references union_space.space,
  id uuid not null,
  complaint_id uuid not null,
  rule_id text not null,
  rule jsonb not null,
  started_earliest date not null,
  started_latest date not null,
  due_on date,
  stopped_earliest date,
  stopped_latest date,
  primary key (space_id, id),
  constraint one_deadline_per_rule unique (space_id, complaint_id, rule_id),
  constraint deadline_of_a_known_complaint foreign key (space_id, complaint_id)
    references union_space.complaint on delete cascade
);

create trigger audit after insert or update or delete on union_space.complaint for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.complaint_event for each row execute function union_space.leave_line();
create trigger audit after insert or update or delete on union_space.complaint_deadline for each row execute function union_space.leave_line();

-- Each is given, worded and withdrawn by itself.
alter table union_space.consent drop constraint consent_purpose_is_known;
alter table union_space.consent add constraint consent_purpose_is_known check (purpose in
  ('kept', 'called_back', 'presented_to_landlord', 'collective_demand', 'quoted_anonymously', 'research'));
