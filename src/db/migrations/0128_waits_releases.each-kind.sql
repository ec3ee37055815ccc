-- Counts that left the explorer under protection: the next ones are made against them, so that two extracts of one file
-- taken away one after the other are not subtracted (docs/decisions/0125-what-leaves-the-explorer.md).
create table {{schema}}.waits_release (
  space_id uuid not null references {{schema}}.space,
  id uuid not null,
  -- A source, or «complaints»: what we count ourselves.
  clock text not null constraint release_clock_length check (length(clock) between 1 and 60),
  -- By which headers it is cut, with commas between.
  headers text not null,
  -- Of what it tells: the same counts leave again without another row.
  digest text not null,
  tally jsonb not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (space_id, id),
  constraint one_release_of_the_same_counts unique (space_id, clock, headers, digest)
);
create trigger audit after insert or update or delete on {{schema}}.waits_release for each row execute function {{schema}}.leave_line();
