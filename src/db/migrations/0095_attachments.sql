-- A photo or a PDF beside a line of a thread. Its bytes are sealed under the installation's secret and bound to this row
-- (space and id): a stolen backup shows nothing, and bytes moved to another row do not open. Taken away, the line stays
-- and the bytes go.
create table union_space.attachment (
  space_id uuid not null references union_space.space,
  id uuid not null,
  complaint_id uuid not null,
  event_id uuid not null,
  media_type text not null constraint attachment_type_is_known check (
    media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  -- Of the cleaned content, before it was sealed.
  byte_count integer not null constraint attachment_is_not_too_large check (byte_count between 1 and 10485760),
  sha256 bytea not null constraint attachment_sha256_length check (length(sha256) = 32),
  sealed bytea,
  label text not null default '' constraint attachment_label_length check (length(label) <= 200),
  -- Empty when the household added it itself, by its follow-up code.
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (space_id, id),
  constraint attachment_of_a_known_complaint foreign key (space_id, complaint_id)
    references union_space.complaint on delete cascade,
  constraint attachment_of_a_known_event foreign key (space_id, event_id)
    references union_space.complaint_event on delete cascade,
  constraint attachment_removed_is_empty check ((removed_at is null) = (sealed is not null))
);
-- Sealed bytes do not compress: they are not tried.
alter table union_space.attachment alter column sealed set storage external;
create index attachment_by_complaint on union_space.attachment (space_id, complaint_id);
create index attachment_by_event on union_space.attachment (space_id, event_id);

create trigger audit after insert or update or delete on union_space.attachment for each row execute function union_space.leave_line();
