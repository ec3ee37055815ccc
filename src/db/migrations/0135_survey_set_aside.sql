-- What came from phones and cannot be read yet, counted at each fold: answers to an instrument that is not known here, by
-- its fingerprint; kinds of tomorrow; a second content under one id. The envelopes themselves stay as they came.
create table union_space.survey_set_aside (
  space_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  because text not null,
  -- The fingerprint of the instrument; empty for any other reason.
  form text not null default '',
  n integer not null constraint something_is_set_aside check (n > 0),
  primary key (space_id, id),
  constraint one_count_per_reason unique (space_id, campaign_id, because, form),
  constraint set_aside_in_a_known_campaign foreign key (space_id, campaign_id) references union_space.survey_campaign on delete cascade
);
create trigger audit after insert or update or delete on union_space.survey_set_aside for each row execute function union_space.leave_line();
