-- A letter is kept as it was prepared: what was sent is what can be read again. It leaves with its complaint.
create table union_space.letter (
  space_id uuid not null references union_space.space,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null constraint letter_kind_is_known
    check (kind in ('first_request', 'reminder', 'formal_notice', 'conciliation')),
  letter jsonb not null,
  -- Titles of the quoted rules that no jurist had checked that day: told to whoever prepares, not to the landlord.
  to_check text[] not null default '{}',
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  sent_on date,
  sent_how text constraint letter_way_is_known check (sent_how in ('registered_letter', 'letter', 'by_hand', 'email')),
  sent_by uuid,
  -- The line that its sending added to the thread.
  event_id uuid,
  proof_attachment_id uuid,
  primary key (space_id, id),
  constraint letter_of_a_known_complaint foreign key (space_id, complaint_id)
    references union_space.complaint on delete cascade,
  constraint letter_sent_by_a_known_line foreign key (space_id, event_id) references union_space.complaint_event,
  constraint letter_is_sent_at_once check (
    (sent_on is null) = (sent_how is null) and (sent_on is null) = (sent_by is null) and (sent_on is null) = (event_id is null))
);
create index letter_by_complaint on union_space.letter (space_id, complaint_id, prepared_at);
create index letter_by_event on union_space.letter (space_id, event_id);
create trigger audit after insert or update or delete on union_space.letter for each row execute function union_space.leave_line();
