-- Two people may hold the same file open: the second to write is told, by the number of the version it had read.
alter table union_space.person add column version integer not null default 1;

-- How this person wants to be reached by somebody outside the union: by the union itself unless they said otherwise.
alter table union_space.person add column reach_by text not null default 'union'
  constraint person_reach_is_known check (reach_by in ('union', 'phone', 'email'));

-- The right to know who read one's file, without the names of those who did: the circles they held at that moment.
create function union_space.lines_about(wanted uuid[])
returns table (at timestamptz, verb text, table_name text, circles text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.at, l.verb, l.table_name,
         array(select m.circle from union_space.membership m
               where m.space_id = l.space_id and m.account_id = l.account_id
                 and m.since <= l.at and (m.ended_at is null or m.ended_at > l.at) order by m.circle)
  from union_space.audit_line l
  where l.space_id = nullif(current_setting('palier.space', true), '')::uuid
    and string_to_array(current_setting('palier.circles', true), ',') && array['organiser', 'officer']
    and l.table_name in ('person', 'occupancy', 'consent', 'merger', 'passage')
    and l.row_id = any (wanted)
  order by l.at, l.id
$$;
grant execute on function union_space.lines_about(uuid[]) to {{union}};
