-- The waits of a place, category and month stand in one row, as columns of equal lengths: a page reads a few rows instead
-- of thousands, and a vintage writes thirty times fewer (docs/decisions/0120-sources.md). `entry_days` is empty when
-- every wait is seen from its start.
create table {{schema}}.wait_column (
  space_id uuid not null,
  source_id uuid not null,
  place text collate "C" not null,
  category text collate "C" not null,
  -- year × 12 + month − 1; −1 for all months
  opened_month integer not null,
  days integer[] not null,
  entry_days integer[] not null,
  outcome smallint[] not null,
  n integer[] not null constraint waits_are_counted check (0 < all (n)),
  constraint source_wait_columns_have_one_length check (cardinality(n) > 0 and cardinality(days) = cardinality(n)
    and cardinality(outcome) = cardinality(n) and cardinality(entry_days) in (0, cardinality(n)))
);
insert into {{schema}}.wait_column
select space_id, source_id, place, category, opened_month, array_agg(days),
  case when max(entry_days) = 0 then '{}' else array_agg(entry_days) end, array_agg(outcome), array_agg(n::int)
from (select * from {{schema}}.source_wait
  order by space_id, source_id, place, category, opened_month, days, entry_days, outcome) w
group by space_id, source_id, place, category, opened_month;
drop table {{schema}}.source_wait;
alter table {{schema}}.wait_column rename to source_wait;
alter table {{schema}}.source_wait add primary key (space_id, source_id, place, category, opened_month);
create trigger audit after insert on {{schema}}.source_wait referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_update after update on {{schema}}.source_wait referencing new table as written for each statement execute function {{schema}}.leave_one_line();
create trigger audit_delete after delete on {{schema}}.source_wait referencing old table as written for each statement execute function {{schema}}.leave_one_line();
