-- The circles of one kind of space mean nothing in another (access/circles.ts; a test holds the two together).
alter table union_space.membership add constraint membership_circle_is_of_its_kind
  check (circle in ('organiser', 'steward', 'canvasser', 'treasurer', 'officer', 'administrator'));
alter table union_space.invitation add constraint invitation_circle_is_of_its_kind
  check (circle in ('organiser', 'steward', 'canvasser', 'treasurer', 'officer', 'administrator'));
alter table desk_space.membership add constraint membership_circle_is_of_its_kind
  check (circle in ('contact', 'data_officer', 'decision_owner', 'administrator'));
alter table desk_space.invitation add constraint invitation_circle_is_of_its_kind
  check (circle in ('contact', 'data_officer', 'decision_owner', 'administrator'));
alter table programme_space.membership add constraint membership_circle_is_of_its_kind
  check (circle in ('lead', 'assistant', 'participant', 'examiner', 'administrator'));
alter table programme_space.invitation add constraint invitation_circle_is_of_its_kind
  check (circle in ('lead', 'assistant', 'participant', 'examiner', 'administrator'));
alter table research_space.membership add constraint membership_circle_is_of_its_kind
  check (circle in ('researcher', 'data_steward', 'assistant', 'administrator'));
alter table research_space.invitation add constraint invitation_circle_is_of_its_kind
  check (circle in ('researcher', 'data_steward', 'assistant', 'administrator'));
