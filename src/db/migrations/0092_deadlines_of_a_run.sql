-- A trouble that comes back starts its deadlines again: one copy of a rule per run of the wait.
alter table union_space.complaint_deadline add column run integer not null default 1;
alter table union_space.complaint_deadline drop constraint one_deadline_per_rule;
alter table union_space.complaint_deadline add constraint one_deadline_per_rule_and_run
  unique (space_id, complaint_id, rule_id, run);
