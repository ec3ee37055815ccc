-- Who let a person in stays known after the invitation is purged.
alter table {{schema}}.membership add column invited_by uuid;

-- One address has one spelling, and one open invitation to one circle.
alter table {{schema}}.invitation add constraint invitation_email_is_folded
  check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254);
alter table {{schema}}.invitation add constraint invitation_name_length check (length(name) between 1 and 300);
alter table {{schema}}.invitation add constraint invitation_is_accepted_or_withdrawn
  check (accepted_at is null or withdrawn_at is null);
create unique index one_open_invitation_per_circle on {{schema}}.invitation (space_id, email, circle)
  where accepted_at is null and withdrawn_at is null;
