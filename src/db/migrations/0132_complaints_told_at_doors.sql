-- Which complaint each wait told at a door became: by the first visit of a chain of corrections and the rank of the wait.
create table union_space.survey_complaint (
  space_id uuid not null,
  campaign_id uuid not null,
  device_id uuid not null,
  -- Of the visit.
  id uuid not null,
  rank integer not null,
  home_id uuid not null,
  -- None when it could not become one (refusal says why), or when somebody erased it since: it does not come back.
  complaint_id uuid,
  refusal text,
  -- The fingerprint of what was told when it was opened: another one is a correction.
  told text not null,
  has_code boolean not null default false,
  -- Corrected or taken back at the door after somebody worked on it: a person looks.
  differs boolean not null default false,
  opened_at timestamptz not null,
  primary key (space_id, campaign_id, device_id, id, rank),
  constraint told_in_a_known_campaign foreign key (space_id, campaign_id) references union_space.survey_campaign on delete cascade,
  constraint told_complaint foreign key (space_id, complaint_id) references union_space.complaint on delete set null (complaint_id)
);
create index survey_complaint_by_complaint on union_space.survey_complaint (space_id, complaint_id);
create trigger audit after insert or update or delete on union_space.survey_complaint for each row execute function union_space.leave_line();
