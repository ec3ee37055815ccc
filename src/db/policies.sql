-- Generated from src/access/grants.ts by `npm run docs`; a test keeps it true. Do not edit.

revoke all on all tables in schema union_space from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema desk_space from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema programme_space from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema research_space from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema directory from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema public_space from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema doorway from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
revoke all on all tables in schema keyring from {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
grant usage on schema union_space to {{union}}, {{system}}, {{doorkeeper}};
grant usage on schema desk_space to {{desk}}, {{system}}, {{doorkeeper}};
grant usage on schema programme_space to {{programme}}, {{system}}, {{doorkeeper}};
grant usage on schema research_space to {{research}}, {{system}}, {{doorkeeper}};
grant usage on schema union_space to {{household}};
grant usage on schema directory to {{union}}, {{desk}}, {{programme}}, {{research}}, {{household}}, {{public}}, {{system}}, {{doorkeeper}};
grant usage on schema public_space to {{public}}, {{doorkeeper}};
grant usage on schema doorway to {{doorkeeper}};

-- desk_space.audit_line
alter table desk_space.audit_line enable row level security;
alter table desk_space.audit_line force row level security;
grant delete on desk_space.audit_line to {{system}};
grant select on desk_space.audit_line to {{desk}};
grant select on desk_space.audit_line to {{system}};
create policy select_1 on desk_space.audit_line for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on desk_space.audit_line for select to {{system}} using (true);
create policy delete_3 on desk_space.audit_line for delete to {{system}} using (true);

-- desk_space.audit_seal
alter table desk_space.audit_seal enable row level security;
alter table desk_space.audit_seal force row level security;
grant insert on desk_space.audit_seal to {{system}};
grant select on desk_space.audit_seal to {{system}};
create policy select_1 on desk_space.audit_seal for select to {{system}} using (true);
create policy insert_2 on desk_space.audit_seal for insert to {{system}} with check (true);

-- desk_space.charter_rule
alter table desk_space.charter_rule enable row level security;
alter table desk_space.charter_rule force row level security;
grant insert on desk_space.charter_rule to {{desk}};
grant select on desk_space.charter_rule to {{desk}};
grant update (valid_until) on desk_space.charter_rule to {{desk}};
create policy select_1 on desk_space.charter_rule for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.charter_rule for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy update_3 on desk_space.charter_rule for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));

-- desk_space.data_agreement
alter table desk_space.data_agreement enable row level security;
alter table desk_space.data_agreement force row level security;
grant insert on desk_space.data_agreement to {{desk}};
grant select on desk_space.data_agreement to {{desk}};
grant select on desk_space.data_agreement to {{system}};
grant update (ended_at) on desk_space.data_agreement to {{desk}};
create policy select_1 on desk_space.data_agreement for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.data_agreement for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy update_3 on desk_space.data_agreement for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_4 on desk_space.data_agreement for select to {{system}} using (true);

-- desk_space.form_receipt
alter table desk_space.form_receipt enable row level security;
alter table desk_space.form_receipt force row level security;
grant delete on desk_space.form_receipt to {{system}};
grant insert on desk_space.form_receipt to {{desk}};
grant select on desk_space.form_receipt to {{desk}};
grant select on desk_space.form_receipt to {{system}};
grant update (answer_path) on desk_space.form_receipt to {{desk}};
create policy select_1 on desk_space.form_receipt for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on desk_space.form_receipt for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on desk_space.form_receipt for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on desk_space.form_receipt for select to {{system}} using (true);
create policy delete_5 on desk_space.form_receipt for delete to {{system}} using (true);

-- desk_space.inbox
alter table desk_space.inbox enable row level security;
alter table desk_space.inbox force row level security;
grant delete on desk_space.inbox to {{system}};
grant insert on desk_space.inbox to {{doorkeeper}};
grant select on desk_space.inbox to {{desk}};
grant select on desk_space.inbox to {{doorkeeper}};
grant select on desk_space.inbox to {{system}};
grant update on desk_space.inbox to {{doorkeeper}};
create policy select_1 on desk_space.inbox for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_2 on desk_space.inbox for select to {{doorkeeper}} using (true);
create policy insert_3 on desk_space.inbox for insert to {{doorkeeper}} with check (true);
create policy update_4 on desk_space.inbox for update to {{doorkeeper}} using (true) with check (true);
create policy select_5 on desk_space.inbox for select to {{system}} using (true);
create policy delete_6 on desk_space.inbox for delete to {{system}} using (true);

-- desk_space.invitation
alter table desk_space.invitation enable row level security;
alter table desk_space.invitation force row level security;
grant delete on desk_space.invitation to {{system}};
grant insert on desk_space.invitation to {{desk}};
grant select on desk_space.invitation to {{desk}};
grant select on desk_space.invitation to {{system}};
grant update on desk_space.invitation to {{desk}};
create policy select_1 on desk_space.invitation for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on desk_space.invitation for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on desk_space.invitation for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on desk_space.invitation for select to {{system}} using (true);
create policy delete_5 on desk_space.invitation for delete to {{system}} using (true);

-- desk_space.membership
alter table desk_space.membership enable row level security;
alter table desk_space.membership force row level security;
grant insert on desk_space.membership to {{desk}};
grant select on desk_space.membership to {{desk}};
grant select on desk_space.membership to {{system}};
grant update (ended_at, ended_by) on desk_space.membership to {{desk}};
create policy select_1 on desk_space.membership for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on desk_space.membership for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on desk_space.membership for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_4 on desk_space.membership for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is null and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is not null and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_5 on desk_space.membership for select to {{system}} using (true);

-- desk_space.passage
alter table desk_space.passage enable row level security;
alter table desk_space.passage force row level security;
grant insert on desk_space.passage to {{desk}};
grant select on desk_space.passage to {{desk}};
grant select on desk_space.passage to {{doorkeeper}};
create policy select_1 on desk_space.passage for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.passage for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and decided_by = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_3 on desk_space.passage for select to {{doorkeeper}} using (true);

-- desk_space.purge_register
alter table desk_space.purge_register enable row level security;
alter table desk_space.purge_register force row level security;
grant insert on desk_space.purge_register to {{system}};
grant select on desk_space.purge_register to {{desk}};
grant select on desk_space.purge_register to {{system}};
create policy select_1 on desk_space.purge_register for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on desk_space.purge_register for select to {{system}} using (true);
create policy insert_3 on desk_space.purge_register for insert to {{system}} with check (true);

-- desk_space.source
alter table desk_space.source enable row level security;
alter table desk_space.source force row level security;
grant delete on desk_space.source to {{system}};
grant insert on desk_space.source to {{desk}};
grant select on desk_space.source to {{desk}};
grant select on desk_space.source to {{system}};
grant update (name, agreement_id, institution_id, map, time_zone, entry_from, extraction_rule, current_vintage, removed_at) on desk_space.source to {{desk}};
create policy select_1 on desk_space.source for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy update_3 on desk_space.source for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_4 on desk_space.source for select to {{system}} using (true);
create policy delete_5 on desk_space.source for delete to {{system}} using (true);

-- desk_space.source_case
alter table desk_space.source_case enable row level security;
alter table desk_space.source_case force row level security;
grant delete on desk_space.source_case to {{desk}};
grant delete on desk_space.source_case to {{system}};
grant insert on desk_space.source_case to {{desk}};
grant select on desk_space.source_case to {{desk}};
grant select on desk_space.source_case to {{system}};
grant update (stratum_id, opened_day, closed_day, outcome, hours, last_vintage) on desk_space.source_case to {{desk}};
create policy select_1 on desk_space.source_case for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_case for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy update_3 on desk_space.source_case for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_4 on desk_space.source_case for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_5 on desk_space.source_case for select to {{system}} using (true);
create policy delete_6 on desk_space.source_case for delete to {{system}} using (true);

-- desk_space.source_cell
alter table desk_space.source_cell enable row level security;
alter table desk_space.source_cell force row level security;
grant delete on desk_space.source_cell to {{desk}};
grant delete on desk_space.source_cell to {{system}};
grant insert on desk_space.source_cell to {{desk}};
grant select on desk_space.source_cell to {{desk}};
grant select on desk_space.source_cell to {{system}};
grant update (n) on desk_space.source_cell to {{desk}};
create policy select_1 on desk_space.source_cell for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_cell for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy update_3 on desk_space.source_cell for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_4 on desk_space.source_cell for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_5 on desk_space.source_cell for select to {{system}} using (true);
create policy delete_6 on desk_space.source_cell for delete to {{system}} using (true);

-- desk_space.source_day
alter table desk_space.source_day enable row level security;
alter table desk_space.source_day force row level security;
grant delete on desk_space.source_day to {{desk}};
grant delete on desk_space.source_day to {{system}};
grant insert on desk_space.source_day to {{desk}};
grant select on desk_space.source_day to {{desk}};
grant select on desk_space.source_day to {{system}};
create policy select_1 on desk_space.source_day for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_day for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_3 on desk_space.source_day for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_4 on desk_space.source_day for select to {{system}} using (true);
create policy delete_5 on desk_space.source_day for delete to {{system}} using (true);

-- desk_space.source_reject
alter table desk_space.source_reject enable row level security;
alter table desk_space.source_reject force row level security;
grant delete on desk_space.source_reject to {{desk}};
grant delete on desk_space.source_reject to {{system}};
grant insert on desk_space.source_reject to {{desk}};
grant select on desk_space.source_reject to {{desk}};
grant select on desk_space.source_reject to {{system}};
create policy select_1 on desk_space.source_reject for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_reject for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_3 on desk_space.source_reject for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_4 on desk_space.source_reject for select to {{system}} using (true);
create policy delete_5 on desk_space.source_reject for delete to {{system}} using (true);

-- desk_space.source_stratum
alter table desk_space.source_stratum enable row level security;
alter table desk_space.source_stratum force row level security;
grant delete on desk_space.source_stratum to {{desk}};
grant delete on desk_space.source_stratum to {{system}};
grant insert on desk_space.source_stratum to {{desk}};
grant select on desk_space.source_stratum to {{desk}};
grant select on desk_space.source_stratum to {{system}};
create policy select_1 on desk_space.source_stratum for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_stratum for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_3 on desk_space.source_stratum for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_4 on desk_space.source_stratum for select to {{system}} using (true);
create policy delete_5 on desk_space.source_stratum for delete to {{system}} using (true);

-- desk_space.source_upload
alter table desk_space.source_upload enable row level security;
alter table desk_space.source_upload force row level security;
grant delete on desk_space.source_upload to {{desk}};
grant delete on desk_space.source_upload to {{system}};
grant insert on desk_space.source_upload to {{desk}};
grant select on desk_space.source_upload to {{desk}};
grant select on desk_space.source_upload to {{system}};
grant update (source_id, state, rows_read, rows_total, stop_asked, failure, facts, heartbeat_at) on desk_space.source_upload to {{desk}};
create policy select_1 on desk_space.source_upload for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_upload for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy update_3 on desk_space.source_upload for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_4 on desk_space.source_upload for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_5 on desk_space.source_upload for select to {{system}} using (true);
create policy delete_6 on desk_space.source_upload for delete to {{system}} using (true);

-- desk_space.source_vintage
alter table desk_space.source_vintage enable row level security;
alter table desk_space.source_vintage force row level security;
grant delete on desk_space.source_vintage to {{system}};
grant insert on desk_space.source_vintage to {{desk}};
grant select on desk_space.source_vintage to {{desk}};
grant select on desk_space.source_vintage to {{system}};
create policy select_1 on desk_space.source_vintage for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_vintage for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_3 on desk_space.source_vintage for select to {{system}} using (true);
create policy delete_4 on desk_space.source_vintage for delete to {{system}} using (true);

-- desk_space.source_wait
alter table desk_space.source_wait enable row level security;
alter table desk_space.source_wait force row level security;
grant delete on desk_space.source_wait to {{desk}};
grant delete on desk_space.source_wait to {{system}};
grant insert on desk_space.source_wait to {{desk}};
grant select on desk_space.source_wait to {{desk}};
grant select on desk_space.source_wait to {{system}};
create policy select_1 on desk_space.source_wait for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.source_wait for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy delete_3 on desk_space.source_wait for delete to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_4 on desk_space.source_wait for select to {{system}} using (true);
create policy delete_5 on desk_space.source_wait for delete to {{system}} using (true);

-- desk_space.space
alter table desk_space.space enable row level security;
alter table desk_space.space force row level security;
grant select on desk_space.space to {{desk}};
grant select on desk_space.space to {{system}};
grant update (name, requires_second_factor, staircase_word) on desk_space.space to {{desk}};
create policy select_1 on desk_space.space for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_2 on desk_space.space for update to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_3 on desk_space.space for select to {{system}} using (true);

-- desk_space.waits_release
alter table desk_space.waits_release enable row level security;
alter table desk_space.waits_release force row level security;
grant insert on desk_space.waits_release to {{desk}};
grant select on desk_space.waits_release to {{desk}};
grant select on desk_space.waits_release to {{system}};
create policy select_1 on desk_space.waits_release for select to {{desk}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy insert_2 on desk_space.waits_release for insert to {{desk}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',contact,') > 0 or strpos(current_setting('palier.circles', true), ',data_officer,') > 0 or strpos(current_setting('palier.circles', true), ',decision_owner,') > 0));
create policy select_3 on desk_space.waits_release for select to {{system}} using (true);

-- directory.building
alter table directory.building enable row level security;
alter table directory.building force row level security;
grant insert on directory.building to {{union}};
grant select on directory.building to {{desk}};
grant select on directory.building to {{programme}};
grant select on directory.building to {{public}};
grant select on directory.building to {{research}};
grant select on directory.building to {{system}};
grant select on directory.building to {{union}};
grant update on directory.building to {{union}};
create policy select_1 on directory.building for select to {{union}} using (true);
create policy select_2 on directory.building for select to {{desk}} using (true);
create policy select_3 on directory.building for select to {{programme}} using (true);
create policy select_4 on directory.building for select to {{research}} using (true);
create policy select_5 on directory.building for select to {{public}} using (true);
create policy select_6 on directory.building for select to {{system}} using (true);
create policy insert_7 on directory.building for insert to {{union}} with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_8 on directory.building for update to {{union}} using ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- directory.commune
alter table directory.commune enable row level security;
alter table directory.commune force row level security;
grant insert on directory.commune to {{union}};
grant select on directory.commune to {{desk}};
grant select on directory.commune to {{programme}};
grant select on directory.commune to {{public}};
grant select on directory.commune to {{research}};
grant select on directory.commune to {{system}};
grant select on directory.commune to {{union}};
grant update on directory.commune to {{union}};
create policy select_1 on directory.commune for select to {{union}} using (true);
create policy select_2 on directory.commune for select to {{desk}} using (true);
create policy select_3 on directory.commune for select to {{programme}} using (true);
create policy select_4 on directory.commune for select to {{research}} using (true);
create policy select_5 on directory.commune for select to {{public}} using (true);
create policy select_6 on directory.commune for select to {{system}} using (true);
create policy insert_7 on directory.commune for insert to {{union}} with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_8 on directory.commune for update to {{union}} using ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- directory.estate
alter table directory.estate enable row level security;
alter table directory.estate force row level security;
grant insert on directory.estate to {{union}};
grant select on directory.estate to {{desk}};
grant select on directory.estate to {{programme}};
grant select on directory.estate to {{public}};
grant select on directory.estate to {{research}};
grant select on directory.estate to {{system}};
grant select on directory.estate to {{union}};
grant update on directory.estate to {{union}};
create policy select_1 on directory.estate for select to {{union}} using (true);
create policy select_2 on directory.estate for select to {{desk}} using (true);
create policy select_3 on directory.estate for select to {{programme}} using (true);
create policy select_4 on directory.estate for select to {{research}} using (true);
create policy select_5 on directory.estate for select to {{public}} using (true);
create policy select_6 on directory.estate for select to {{system}} using (true);
create policy insert_7 on directory.estate for insert to {{union}} with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_8 on directory.estate for update to {{union}} using ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- directory.institution
alter table directory.institution enable row level security;
alter table directory.institution force row level security;
grant insert on directory.institution to {{union}};
grant select on directory.institution to {{desk}};
grant select on directory.institution to {{programme}};
grant select on directory.institution to {{public}};
grant select on directory.institution to {{research}};
grant select on directory.institution to {{system}};
grant select on directory.institution to {{union}};
create policy select_1 on directory.institution for select to {{union}} using (true);
create policy select_2 on directory.institution for select to {{desk}} using (true);
create policy select_3 on directory.institution for select to {{programme}} using (true);
create policy select_4 on directory.institution for select to {{research}} using (true);
create policy select_5 on directory.institution for select to {{public}} using (true);
create policy select_6 on directory.institution for select to {{system}} using (true);
create policy insert_7 on directory.institution for insert to {{union}} with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- directory.nomenclature
alter table directory.nomenclature enable row level security;
alter table directory.nomenclature force row level security;
grant select on directory.nomenclature to {{desk}};
grant select on directory.nomenclature to {{programme}};
grant select on directory.nomenclature to {{public}};
grant select on directory.nomenclature to {{research}};
grant select on directory.nomenclature to {{system}};
grant select on directory.nomenclature to {{union}};
create policy select_1 on directory.nomenclature for select to {{union}} using (true);
create policy select_2 on directory.nomenclature for select to {{desk}} using (true);
create policy select_3 on directory.nomenclature for select to {{programme}} using (true);
create policy select_4 on directory.nomenclature for select to {{research}} using (true);
create policy select_5 on directory.nomenclature for select to {{public}} using (true);
create policy select_6 on directory.nomenclature for select to {{system}} using (true);

-- directory.staircase
alter table directory.staircase enable row level security;
alter table directory.staircase force row level security;
grant insert on directory.staircase to {{union}};
grant select on directory.staircase to {{desk}};
grant select on directory.staircase to {{programme}};
grant select on directory.staircase to {{public}};
grant select on directory.staircase to {{research}};
grant select on directory.staircase to {{system}};
grant select on directory.staircase to {{union}};
grant update on directory.staircase to {{union}};
create policy select_1 on directory.staircase for select to {{union}} using (true);
create policy select_2 on directory.staircase for select to {{desk}} using (true);
create policy select_3 on directory.staircase for select to {{programme}} using (true);
create policy select_4 on directory.staircase for select to {{research}} using (true);
create policy select_5 on directory.staircase for select to {{public}} using (true);
create policy select_6 on directory.staircase for select to {{system}} using (true);
create policy insert_7 on directory.staircase for insert to {{union}} with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_8 on directory.staircase for update to {{union}} using ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check ((strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- doorway.delivery
alter table doorway.delivery enable row level security;
alter table doorway.delivery force row level security;
grant insert on doorway.delivery to {{doorkeeper}};
grant select on doorway.delivery to {{doorkeeper}};
create policy select_1 on doorway.delivery for select to {{doorkeeper}} using (true);
create policy insert_2 on doorway.delivery for insert to {{doorkeeper}} with check (true);

-- keyring.attempt
alter table keyring.attempt enable row level security;
alter table keyring.attempt force row level security;
grant delete on keyring.attempt to {{system}};
grant select on keyring.attempt to {{system}};
create policy select_1 on keyring.attempt for select to {{system}} using (true);
create policy delete_2 on keyring.attempt for delete to {{system}} using (true);

-- keyring.draft
alter table keyring.draft enable row level security;
alter table keyring.draft force row level security;
grant delete on keyring.draft to {{system}};
grant select on keyring.draft to {{system}};
create policy select_1 on keyring.draft for select to {{system}} using (true);
create policy delete_2 on keyring.draft for delete to {{system}} using (true);

-- keyring.mail
alter table keyring.mail enable row level security;
alter table keyring.mail force row level security;
grant delete on keyring.mail to {{system}};
grant select on keyring.mail to {{system}};
grant update on keyring.mail to {{system}};
create policy select_1 on keyring.mail for select to {{system}} using (true);
create policy update_2 on keyring.mail for update to {{system}} using (true) with check (true);
create policy delete_3 on keyring.mail for delete to {{system}} using (true);

-- keyring.session
alter table keyring.session enable row level security;
alter table keyring.session force row level security;
grant delete on keyring.session to {{system}};
grant select on keyring.session to {{system}};
create policy select_1 on keyring.session for select to {{system}} using (true);
create policy delete_2 on keyring.session for delete to {{system}} using (true);

-- keyring.sign_in_link
alter table keyring.sign_in_link enable row level security;
alter table keyring.sign_in_link force row level security;
grant delete on keyring.sign_in_link to {{system}};
grant select on keyring.sign_in_link to {{system}};
create policy select_1 on keyring.sign_in_link for select to {{system}} using (true);
create policy delete_2 on keyring.sign_in_link for delete to {{system}} using (true);

-- programme_space.audit_line
alter table programme_space.audit_line enable row level security;
alter table programme_space.audit_line force row level security;
grant delete on programme_space.audit_line to {{system}};
grant select on programme_space.audit_line to {{programme}};
grant select on programme_space.audit_line to {{system}};
create policy select_1 on programme_space.audit_line for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on programme_space.audit_line for select to {{system}} using (true);
create policy delete_3 on programme_space.audit_line for delete to {{system}} using (true);

-- programme_space.audit_seal
alter table programme_space.audit_seal enable row level security;
alter table programme_space.audit_seal force row level security;
grant insert on programme_space.audit_seal to {{system}};
grant select on programme_space.audit_seal to {{system}};
create policy select_1 on programme_space.audit_seal for select to {{system}} using (true);
create policy insert_2 on programme_space.audit_seal for insert to {{system}} with check (true);

-- programme_space.data_agreement
alter table programme_space.data_agreement enable row level security;
alter table programme_space.data_agreement force row level security;
grant select on programme_space.data_agreement to {{system}};
create policy select_1 on programme_space.data_agreement for select to {{system}} using (true);

-- programme_space.form_receipt
alter table programme_space.form_receipt enable row level security;
alter table programme_space.form_receipt force row level security;
grant delete on programme_space.form_receipt to {{system}};
grant insert on programme_space.form_receipt to {{programme}};
grant select on programme_space.form_receipt to {{programme}};
grant select on programme_space.form_receipt to {{system}};
grant update (answer_path) on programme_space.form_receipt to {{programme}};
create policy select_1 on programme_space.form_receipt for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on programme_space.form_receipt for insert to {{programme}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on programme_space.form_receipt for update to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on programme_space.form_receipt for select to {{system}} using (true);
create policy delete_5 on programme_space.form_receipt for delete to {{system}} using (true);

-- programme_space.inbox
alter table programme_space.inbox enable row level security;
alter table programme_space.inbox force row level security;
grant delete on programme_space.inbox to {{system}};
grant insert on programme_space.inbox to {{doorkeeper}};
grant select on programme_space.inbox to {{doorkeeper}};
grant select on programme_space.inbox to {{programme}};
grant select on programme_space.inbox to {{system}};
grant update on programme_space.inbox to {{doorkeeper}};
create policy select_1 on programme_space.inbox for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy select_2 on programme_space.inbox for select to {{doorkeeper}} using (true);
create policy insert_3 on programme_space.inbox for insert to {{doorkeeper}} with check (true);
create policy update_4 on programme_space.inbox for update to {{doorkeeper}} using (true) with check (true);
create policy select_5 on programme_space.inbox for select to {{system}} using (true);
create policy delete_6 on programme_space.inbox for delete to {{system}} using (true);

-- programme_space.invitation
alter table programme_space.invitation enable row level security;
alter table programme_space.invitation force row level security;
grant delete on programme_space.invitation to {{system}};
grant insert on programme_space.invitation to {{programme}};
grant select on programme_space.invitation to {{programme}};
grant select on programme_space.invitation to {{system}};
grant update on programme_space.invitation to {{programme}};
create policy select_1 on programme_space.invitation for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on programme_space.invitation for insert to {{programme}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on programme_space.invitation for update to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on programme_space.invitation for select to {{system}} using (true);
create policy delete_5 on programme_space.invitation for delete to {{system}} using (true);

-- programme_space.membership
alter table programme_space.membership enable row level security;
alter table programme_space.membership force row level security;
grant insert on programme_space.membership to {{programme}};
grant select on programme_space.membership to {{programme}};
grant select on programme_space.membership to {{system}};
grant update (ended_at, ended_by) on programme_space.membership to {{programme}};
create policy select_1 on programme_space.membership for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on programme_space.membership for insert to {{programme}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on programme_space.membership for update to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_4 on programme_space.membership for update to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is null and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is not null and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_5 on programme_space.membership for select to {{system}} using (true);

-- programme_space.passage
alter table programme_space.passage enable row level security;
alter table programme_space.passage force row level security;
grant insert on programme_space.passage to {{programme}};
grant select on programme_space.passage to {{doorkeeper}};
grant select on programme_space.passage to {{programme}};
create policy select_1 on programme_space.passage for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on programme_space.passage for insert to {{programme}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and decided_by = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0));
create policy select_3 on programme_space.passage for select to {{doorkeeper}} using (true);

-- programme_space.purge_register
alter table programme_space.purge_register enable row level security;
alter table programme_space.purge_register force row level security;
grant insert on programme_space.purge_register to {{system}};
grant select on programme_space.purge_register to {{programme}};
grant select on programme_space.purge_register to {{system}};
create policy select_1 on programme_space.purge_register for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on programme_space.purge_register for select to {{system}} using (true);
create policy insert_3 on programme_space.purge_register for insert to {{system}} with check (true);

-- programme_space.source
alter table programme_space.source enable row level security;
alter table programme_space.source force row level security;
grant delete on programme_space.source to {{system}};
grant select on programme_space.source to {{system}};
create policy select_1 on programme_space.source for select to {{system}} using (true);
create policy delete_2 on programme_space.source for delete to {{system}} using (true);

-- programme_space.source_case
alter table programme_space.source_case enable row level security;
alter table programme_space.source_case force row level security;
grant delete on programme_space.source_case to {{system}};
grant select on programme_space.source_case to {{system}};
create policy select_1 on programme_space.source_case for select to {{system}} using (true);
create policy delete_2 on programme_space.source_case for delete to {{system}} using (true);

-- programme_space.source_cell
alter table programme_space.source_cell enable row level security;
alter table programme_space.source_cell force row level security;
grant delete on programme_space.source_cell to {{system}};
grant select on programme_space.source_cell to {{system}};
create policy select_1 on programme_space.source_cell for select to {{system}} using (true);
create policy delete_2 on programme_space.source_cell for delete to {{system}} using (true);

-- programme_space.source_day
alter table programme_space.source_day enable row level security;
alter table programme_space.source_day force row level security;
grant delete on programme_space.source_day to {{system}};
grant select on programme_space.source_day to {{system}};
create policy select_1 on programme_space.source_day for select to {{system}} using (true);
create policy delete_2 on programme_space.source_day for delete to {{system}} using (true);

-- programme_space.source_reject
alter table programme_space.source_reject enable row level security;
alter table programme_space.source_reject force row level security;
grant delete on programme_space.source_reject to {{system}};
grant select on programme_space.source_reject to {{system}};
create policy select_1 on programme_space.source_reject for select to {{system}} using (true);
create policy delete_2 on programme_space.source_reject for delete to {{system}} using (true);

-- programme_space.source_stratum
alter table programme_space.source_stratum enable row level security;
alter table programme_space.source_stratum force row level security;
grant delete on programme_space.source_stratum to {{system}};
grant select on programme_space.source_stratum to {{system}};
create policy select_1 on programme_space.source_stratum for select to {{system}} using (true);
create policy delete_2 on programme_space.source_stratum for delete to {{system}} using (true);

-- programme_space.source_upload
alter table programme_space.source_upload enable row level security;
alter table programme_space.source_upload force row level security;
grant delete on programme_space.source_upload to {{system}};
grant select on programme_space.source_upload to {{system}};
create policy select_1 on programme_space.source_upload for select to {{system}} using (true);
create policy delete_2 on programme_space.source_upload for delete to {{system}} using (true);

-- programme_space.source_vintage
alter table programme_space.source_vintage enable row level security;
alter table programme_space.source_vintage force row level security;
grant delete on programme_space.source_vintage to {{system}};
grant select on programme_space.source_vintage to {{system}};
create policy select_1 on programme_space.source_vintage for select to {{system}} using (true);
create policy delete_2 on programme_space.source_vintage for delete to {{system}} using (true);

-- programme_space.source_wait
alter table programme_space.source_wait enable row level security;
alter table programme_space.source_wait force row level security;
grant delete on programme_space.source_wait to {{system}};
grant select on programme_space.source_wait to {{system}};
create policy select_1 on programme_space.source_wait for select to {{system}} using (true);
create policy delete_2 on programme_space.source_wait for delete to {{system}} using (true);

-- programme_space.space
alter table programme_space.space enable row level security;
alter table programme_space.space force row level security;
grant select on programme_space.space to {{programme}};
grant select on programme_space.space to {{system}};
grant update (name, requires_second_factor, staircase_word) on programme_space.space to {{programme}};
create policy select_1 on programme_space.space for select to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',lead,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',participant,') > 0 or strpos(current_setting('palier.circles', true), ',examiner,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_2 on programme_space.space for update to {{programme}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_3 on programme_space.space for select to {{system}} using (true);

-- programme_space.waits_release
alter table programme_space.waits_release enable row level security;
alter table programme_space.waits_release force row level security;
grant select on programme_space.waits_release to {{system}};
create policy select_1 on programme_space.waits_release for select to {{system}} using (true);

-- public_space.publication
alter table public_space.publication enable row level security;
alter table public_space.publication force row level security;
grant insert on public_space.publication to {{doorkeeper}};
grant select on public_space.publication to {{doorkeeper}};
grant select on public_space.publication to {{public}};
grant update on public_space.publication to {{doorkeeper}};
create policy select_1 on public_space.publication for select to {{public}} using (withdrawn_at is null);
create policy select_2 on public_space.publication for select to {{doorkeeper}} using (true);
create policy insert_3 on public_space.publication for insert to {{doorkeeper}} with check (true);
create policy update_4 on public_space.publication for update to {{doorkeeper}} using (true) with check (true);

-- research_space.audit_line
alter table research_space.audit_line enable row level security;
alter table research_space.audit_line force row level security;
grant delete on research_space.audit_line to {{system}};
grant select on research_space.audit_line to {{research}};
grant select on research_space.audit_line to {{system}};
create policy select_1 on research_space.audit_line for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on research_space.audit_line for select to {{system}} using (true);
create policy delete_3 on research_space.audit_line for delete to {{system}} using (true);

-- research_space.audit_seal
alter table research_space.audit_seal enable row level security;
alter table research_space.audit_seal force row level security;
grant insert on research_space.audit_seal to {{system}};
grant select on research_space.audit_seal to {{system}};
create policy select_1 on research_space.audit_seal for select to {{system}} using (true);
create policy insert_2 on research_space.audit_seal for insert to {{system}} with check (true);

-- research_space.data_agreement
alter table research_space.data_agreement enable row level security;
alter table research_space.data_agreement force row level security;
grant insert on research_space.data_agreement to {{research}};
grant select on research_space.data_agreement to {{research}};
grant select on research_space.data_agreement to {{system}};
grant update (ended_at) on research_space.data_agreement to {{research}};
create policy select_1 on research_space.data_agreement for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.data_agreement for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy update_3 on research_space.data_agreement for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_steward,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_4 on research_space.data_agreement for select to {{system}} using (true);

-- research_space.form_receipt
alter table research_space.form_receipt enable row level security;
alter table research_space.form_receipt force row level security;
grant delete on research_space.form_receipt to {{system}};
grant insert on research_space.form_receipt to {{research}};
grant select on research_space.form_receipt to {{research}};
grant select on research_space.form_receipt to {{system}};
grant update (answer_path) on research_space.form_receipt to {{research}};
create policy select_1 on research_space.form_receipt for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on research_space.form_receipt for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on research_space.form_receipt for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on research_space.form_receipt for select to {{system}} using (true);
create policy delete_5 on research_space.form_receipt for delete to {{system}} using (true);

-- research_space.inbox
alter table research_space.inbox enable row level security;
alter table research_space.inbox force row level security;
grant delete on research_space.inbox to {{system}};
grant insert on research_space.inbox to {{doorkeeper}};
grant select on research_space.inbox to {{doorkeeper}};
grant select on research_space.inbox to {{research}};
grant select on research_space.inbox to {{system}};
grant update on research_space.inbox to {{doorkeeper}};
create policy select_1 on research_space.inbox for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy select_2 on research_space.inbox for select to {{doorkeeper}} using (true);
create policy insert_3 on research_space.inbox for insert to {{doorkeeper}} with check (true);
create policy update_4 on research_space.inbox for update to {{doorkeeper}} using (true) with check (true);
create policy select_5 on research_space.inbox for select to {{system}} using (true);
create policy delete_6 on research_space.inbox for delete to {{system}} using (true);

-- research_space.invitation
alter table research_space.invitation enable row level security;
alter table research_space.invitation force row level security;
grant delete on research_space.invitation to {{system}};
grant insert on research_space.invitation to {{research}};
grant select on research_space.invitation to {{research}};
grant select on research_space.invitation to {{system}};
grant update on research_space.invitation to {{research}};
create policy select_1 on research_space.invitation for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on research_space.invitation for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on research_space.invitation for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on research_space.invitation for select to {{system}} using (true);
create policy delete_5 on research_space.invitation for delete to {{system}} using (true);

-- research_space.membership
alter table research_space.membership enable row level security;
alter table research_space.membership force row level security;
grant insert on research_space.membership to {{research}};
grant select on research_space.membership to {{research}};
grant select on research_space.membership to {{system}};
grant update (ended_at, ended_by) on research_space.membership to {{research}};
create policy select_1 on research_space.membership for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on research_space.membership for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on research_space.membership for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_4 on research_space.membership for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is null and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is not null and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_5 on research_space.membership for select to {{system}} using (true);

-- research_space.passage
alter table research_space.passage enable row level security;
alter table research_space.passage force row level security;
grant insert on research_space.passage to {{research}};
grant select on research_space.passage to {{doorkeeper}};
grant select on research_space.passage to {{research}};
create policy select_1 on research_space.passage for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.passage for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and decided_by = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_3 on research_space.passage for select to {{doorkeeper}} using (true);

-- research_space.purge_register
alter table research_space.purge_register enable row level security;
alter table research_space.purge_register force row level security;
grant insert on research_space.purge_register to {{system}};
grant select on research_space.purge_register to {{research}};
grant select on research_space.purge_register to {{system}};
create policy select_1 on research_space.purge_register for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on research_space.purge_register for select to {{system}} using (true);
create policy insert_3 on research_space.purge_register for insert to {{system}} with check (true);

-- research_space.source
alter table research_space.source enable row level security;
alter table research_space.source force row level security;
grant delete on research_space.source to {{system}};
grant insert on research_space.source to {{research}};
grant select on research_space.source to {{research}};
grant select on research_space.source to {{system}};
grant update (name, agreement_id, institution_id, map, time_zone, entry_from, extraction_rule, current_vintage, removed_at) on research_space.source to {{research}};
create policy select_1 on research_space.source for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy update_3 on research_space.source for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_4 on research_space.source for select to {{system}} using (true);
create policy delete_5 on research_space.source for delete to {{system}} using (true);

-- research_space.source_case
alter table research_space.source_case enable row level security;
alter table research_space.source_case force row level security;
grant delete on research_space.source_case to {{research}};
grant delete on research_space.source_case to {{system}};
grant insert on research_space.source_case to {{research}};
grant select on research_space.source_case to {{research}};
grant select on research_space.source_case to {{system}};
grant update (stratum_id, opened_day, closed_day, outcome, hours, last_vintage) on research_space.source_case to {{research}};
create policy select_1 on research_space.source_case for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_case for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy update_3 on research_space.source_case for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_4 on research_space.source_case for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_5 on research_space.source_case for select to {{system}} using (true);
create policy delete_6 on research_space.source_case for delete to {{system}} using (true);

-- research_space.source_cell
alter table research_space.source_cell enable row level security;
alter table research_space.source_cell force row level security;
grant delete on research_space.source_cell to {{research}};
grant delete on research_space.source_cell to {{system}};
grant insert on research_space.source_cell to {{research}};
grant select on research_space.source_cell to {{research}};
grant select on research_space.source_cell to {{system}};
grant update (n) on research_space.source_cell to {{research}};
create policy select_1 on research_space.source_cell for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_cell for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy update_3 on research_space.source_cell for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_4 on research_space.source_cell for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_5 on research_space.source_cell for select to {{system}} using (true);
create policy delete_6 on research_space.source_cell for delete to {{system}} using (true);

-- research_space.source_day
alter table research_space.source_day enable row level security;
alter table research_space.source_day force row level security;
grant delete on research_space.source_day to {{research}};
grant delete on research_space.source_day to {{system}};
grant insert on research_space.source_day to {{research}};
grant select on research_space.source_day to {{research}};
grant select on research_space.source_day to {{system}};
create policy select_1 on research_space.source_day for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_day for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_3 on research_space.source_day for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_4 on research_space.source_day for select to {{system}} using (true);
create policy delete_5 on research_space.source_day for delete to {{system}} using (true);

-- research_space.source_reject
alter table research_space.source_reject enable row level security;
alter table research_space.source_reject force row level security;
grant delete on research_space.source_reject to {{research}};
grant delete on research_space.source_reject to {{system}};
grant insert on research_space.source_reject to {{research}};
grant select on research_space.source_reject to {{research}};
grant select on research_space.source_reject to {{system}};
create policy select_1 on research_space.source_reject for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_reject for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_3 on research_space.source_reject for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_4 on research_space.source_reject for select to {{system}} using (true);
create policy delete_5 on research_space.source_reject for delete to {{system}} using (true);

-- research_space.source_stratum
alter table research_space.source_stratum enable row level security;
alter table research_space.source_stratum force row level security;
grant delete on research_space.source_stratum to {{research}};
grant delete on research_space.source_stratum to {{system}};
grant insert on research_space.source_stratum to {{research}};
grant select on research_space.source_stratum to {{research}};
grant select on research_space.source_stratum to {{system}};
create policy select_1 on research_space.source_stratum for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_stratum for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_3 on research_space.source_stratum for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_4 on research_space.source_stratum for select to {{system}} using (true);
create policy delete_5 on research_space.source_stratum for delete to {{system}} using (true);

-- research_space.source_upload
alter table research_space.source_upload enable row level security;
alter table research_space.source_upload force row level security;
grant delete on research_space.source_upload to {{research}};
grant delete on research_space.source_upload to {{system}};
grant insert on research_space.source_upload to {{research}};
grant select on research_space.source_upload to {{research}};
grant select on research_space.source_upload to {{system}};
grant update (source_id, state, rows_read, rows_total, stop_asked, failure, facts, heartbeat_at) on research_space.source_upload to {{research}};
create policy select_1 on research_space.source_upload for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_upload for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy update_3 on research_space.source_upload for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_4 on research_space.source_upload for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_5 on research_space.source_upload for select to {{system}} using (true);
create policy delete_6 on research_space.source_upload for delete to {{system}} using (true);

-- research_space.source_vintage
alter table research_space.source_vintage enable row level security;
alter table research_space.source_vintage force row level security;
grant delete on research_space.source_vintage to {{system}};
grant insert on research_space.source_vintage to {{research}};
grant select on research_space.source_vintage to {{research}};
grant select on research_space.source_vintage to {{system}};
create policy select_1 on research_space.source_vintage for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_vintage for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_3 on research_space.source_vintage for select to {{system}} using (true);
create policy delete_4 on research_space.source_vintage for delete to {{system}} using (true);

-- research_space.source_wait
alter table research_space.source_wait enable row level security;
alter table research_space.source_wait force row level security;
grant delete on research_space.source_wait to {{research}};
grant delete on research_space.source_wait to {{system}};
grant insert on research_space.source_wait to {{research}};
grant select on research_space.source_wait to {{research}};
grant select on research_space.source_wait to {{system}};
create policy select_1 on research_space.source_wait for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.source_wait for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy delete_3 on research_space.source_wait for delete to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0));
create policy select_4 on research_space.source_wait for select to {{system}} using (true);
create policy delete_5 on research_space.source_wait for delete to {{system}} using (true);

-- research_space.space
alter table research_space.space enable row level security;
alter table research_space.space force row level security;
grant select on research_space.space to {{research}};
grant select on research_space.space to {{system}};
grant update (name, requires_second_factor, staircase_word) on research_space.space to {{research}};
create policy select_1 on research_space.space for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_2 on research_space.space for update to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_3 on research_space.space for select to {{system}} using (true);

-- research_space.waits_release
alter table research_space.waits_release enable row level security;
alter table research_space.waits_release force row level security;
grant insert on research_space.waits_release to {{research}};
grant select on research_space.waits_release to {{research}};
grant select on research_space.waits_release to {{system}};
create policy select_1 on research_space.waits_release for select to {{research}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy insert_2 on research_space.waits_release for insert to {{research}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',researcher,') > 0 or strpos(current_setting('palier.circles', true), ',data_steward,') > 0 or strpos(current_setting('palier.circles', true), ',assistant,') > 0));
create policy select_3 on research_space.waits_release for select to {{system}} using (true);

-- union_space.attachment
alter table union_space.attachment enable row level security;
alter table union_space.attachment force row level security;
grant insert on union_space.attachment to {{union}};
grant select on union_space.attachment to {{union}};
grant update (sealed, label, removed_at) on union_space.attachment to {{union}};
create policy select_1 on union_space.attachment for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.attachment for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.attachment for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.audit_line
alter table union_space.audit_line enable row level security;
alter table union_space.audit_line force row level security;
grant delete on union_space.audit_line to {{system}};
grant select on union_space.audit_line to {{system}};
grant select on union_space.audit_line to {{union}};
create policy select_1 on union_space.audit_line for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on union_space.audit_line for select to {{system}} using (true);
create policy delete_3 on union_space.audit_line for delete to {{system}} using (true);

-- union_space.audit_seal
alter table union_space.audit_seal enable row level security;
alter table union_space.audit_seal force row level security;
grant insert on union_space.audit_seal to {{system}};
grant select on union_space.audit_seal to {{system}};
create policy select_1 on union_space.audit_seal for select to {{system}} using (true);
create policy insert_2 on union_space.audit_seal for insert to {{system}} with check (true);

-- union_space.charter_rule
alter table union_space.charter_rule enable row level security;
alter table union_space.charter_rule force row level security;
grant insert on union_space.charter_rule to {{union}};
grant select on union_space.charter_rule to {{union}};
grant update (valid_until) on union_space.charter_rule to {{union}};
create policy select_1 on union_space.charter_rule for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.charter_rule for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.charter_rule for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.complaint
alter table union_space.complaint enable row level security;
alter table union_space.complaint force row level security;
grant delete on union_space.complaint to {{system}};
grant delete on union_space.complaint to {{union}};
grant insert on union_space.complaint to {{union}};
grant select on union_space.complaint to {{system}};
grant select on union_space.complaint to {{union}};
grant update (assigned_to, follow_up_on, person_id, version) on union_space.complaint to {{union}};
create policy select_1 on union_space.complaint for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.complaint for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.complaint for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.complaint for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.complaint for select to {{system}} using (true);
create policy delete_6 on union_space.complaint for delete to {{system}} using (true);

-- union_space.complaint_cell
alter table union_space.complaint_cell enable row level security;
alter table union_space.complaint_cell force row level security;
grant select on union_space.complaint_cell to {{union}};
create policy select_1 on union_space.complaint_cell for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.complaint_deadline
alter table union_space.complaint_deadline enable row level security;
alter table union_space.complaint_deadline force row level security;
grant delete on union_space.complaint_deadline to {{household}};
grant delete on union_space.complaint_deadline to {{union}};
grant insert on union_space.complaint_deadline to {{household}};
grant insert on union_space.complaint_deadline to {{union}};
grant select on union_space.complaint_deadline to {{household}};
grant select on union_space.complaint_deadline to {{union}};
grant update on union_space.complaint_deadline to {{household}};
grant update on union_space.complaint_deadline to {{union}};
create policy select_1 on union_space.complaint_deadline for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.complaint_deadline for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.complaint_deadline for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.complaint_deadline for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.complaint_deadline for select to {{household}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);
create policy insert_6 on union_space.complaint_deadline for insert to {{household}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);
create policy update_7 on union_space.complaint_deadline for update to {{household}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);
create policy delete_8 on union_space.complaint_deadline for delete to {{household}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);

-- union_space.complaint_event
alter table union_space.complaint_event enable row level security;
alter table union_space.complaint_event force row level security;
grant insert on union_space.complaint_event to {{household}};
grant insert on union_space.complaint_event to {{union}};
grant select on union_space.complaint_event to {{household}};
grant select on union_space.complaint_event to {{union}};
create policy select_1 on union_space.complaint_event for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.complaint_event for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_3 on union_space.complaint_event for select to {{household}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);
create policy insert_4 on union_space.complaint_event for insert to {{household}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid and actor = 'household' and recorded_by is null and by_code = nullif(current_setting('palier.code', true), '')::uuid);

-- union_space.complaint_state
alter table union_space.complaint_state enable row level security;
alter table union_space.complaint_state force row level security;
grant insert on union_space.complaint_state to {{union}};
grant select on union_space.complaint_state to {{household}};
grant select on union_space.complaint_state to {{system}};
grant select on union_space.complaint_state to {{union}};
grant update on union_space.complaint_state to {{household}};
grant update on union_space.complaint_state to {{union}};
create policy select_1 on union_space.complaint_state for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.complaint_state for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.complaint_state for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.complaint_state for select to {{system}} using (true);
create policy select_5 on union_space.complaint_state for select to {{household}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);
create policy update_6 on union_space.complaint_state for update to {{household}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and complaint_id = nullif(current_setting('palier.complaint', true), '')::uuid);

-- union_space.consent
alter table union_space.consent enable row level security;
alter table union_space.consent force row level security;
grant delete on union_space.consent to {{system}};
grant delete on union_space.consent to {{union}};
grant insert on union_space.consent to {{union}};
grant select on union_space.consent to {{system}};
grant select on union_space.consent to {{union}};
grant update on union_space.consent to {{union}};
create policy select_1 on union_space.consent for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.consent for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.consent for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.consent for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.consent for select to {{system}} using (true);
create policy delete_6 on union_space.consent for delete to {{system}} using (true);

-- union_space.data_agreement
alter table union_space.data_agreement enable row level security;
alter table union_space.data_agreement force row level security;
grant insert on union_space.data_agreement to {{union}};
grant select on union_space.data_agreement to {{system}};
grant select on union_space.data_agreement to {{union}};
grant update (ended_at) on union_space.data_agreement to {{union}};
create policy select_1 on union_space.data_agreement for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.data_agreement for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.data_agreement for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.data_agreement for select to {{system}} using (true);

-- union_space.digest_refusal
alter table union_space.digest_refusal enable row level security;
alter table union_space.digest_refusal force row level security;
grant delete on union_space.digest_refusal to {{union}};
grant insert on union_space.digest_refusal to {{union}};
grant select on union_space.digest_refusal to {{system}};
grant select on union_space.digest_refusal to {{union}};
create policy select_1 on union_space.digest_refusal for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.digest_refusal for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_3 on union_space.digest_refusal for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.digest_refusal for select to {{system}} using (true);

-- union_space.follow_up_code
alter table union_space.follow_up_code enable row level security;
alter table union_space.follow_up_code force row level security;
grant insert on union_space.follow_up_code to {{union}};
grant select on union_space.follow_up_code to {{union}};
grant update (revoked_at, revoked_by) on union_space.follow_up_code to {{union}};
create policy select_1 on union_space.follow_up_code for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.follow_up_code for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.follow_up_code for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.form_receipt
alter table union_space.form_receipt enable row level security;
alter table union_space.form_receipt force row level security;
grant delete on union_space.form_receipt to {{system}};
grant insert on union_space.form_receipt to {{union}};
grant select on union_space.form_receipt to {{system}};
grant select on union_space.form_receipt to {{union}};
grant update (answer_path) on union_space.form_receipt to {{union}};
create policy select_1 on union_space.form_receipt for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on union_space.form_receipt for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on union_space.form_receipt for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on union_space.form_receipt for select to {{system}} using (true);
create policy delete_5 on union_space.form_receipt for delete to {{system}} using (true);

-- union_space.home
alter table union_space.home enable row level security;
alter table union_space.home force row level security;
grant insert on union_space.home to {{system}};
grant insert on union_space.home to {{union}};
grant select on union_space.home to {{system}};
grant select on union_space.home to {{union}};
grant update on union_space.home to {{union}};
create policy select_1 on union_space.home for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.home for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.home for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.home for select to {{system}} using (true);
create policy insert_5 on union_space.home for insert to {{system}} with check (true);

-- union_space.inbox
alter table union_space.inbox enable row level security;
alter table union_space.inbox force row level security;
grant delete on union_space.inbox to {{system}};
grant insert on union_space.inbox to {{doorkeeper}};
grant select on union_space.inbox to {{doorkeeper}};
grant select on union_space.inbox to {{system}};
grant select on union_space.inbox to {{union}};
grant update on union_space.inbox to {{doorkeeper}};
create policy select_1 on union_space.inbox for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_2 on union_space.inbox for select to {{doorkeeper}} using (true);
create policy insert_3 on union_space.inbox for insert to {{doorkeeper}} with check (true);
create policy update_4 on union_space.inbox for update to {{doorkeeper}} using (true) with check (true);
create policy select_5 on union_space.inbox for select to {{system}} using (true);
create policy delete_6 on union_space.inbox for delete to {{system}} using (true);

-- union_space.instrument
alter table union_space.instrument enable row level security;
alter table union_space.instrument force row level security;
grant insert on union_space.instrument to {{union}};
grant select on union_space.instrument to {{system}};
grant select on union_space.instrument to {{union}};
grant update (published_by, published_at) on union_space.instrument to {{union}};
create policy insert_1 on union_space.instrument for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_2 on union_space.instrument for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_3 on union_space.instrument for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.instrument for select to {{system}} using (true);

-- union_space.invitation
alter table union_space.invitation enable row level security;
alter table union_space.invitation force row level security;
grant delete on union_space.invitation to {{system}};
grant insert on union_space.invitation to {{union}};
grant select on union_space.invitation to {{system}};
grant select on union_space.invitation to {{union}};
grant update on union_space.invitation to {{union}};
create policy select_1 on union_space.invitation for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on union_space.invitation for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on union_space.invitation for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_4 on union_space.invitation for select to {{system}} using (true);
create policy delete_5 on union_space.invitation for delete to {{system}} using (true);

-- union_space.letter
alter table union_space.letter enable row level security;
alter table union_space.letter force row level security;
grant insert on union_space.letter to {{union}};
grant select on union_space.letter to {{union}};
grant update (sent_on, sent_how, sent_by, event_id, proof_attachment_id) on union_space.letter to {{union}};
create policy select_1 on union_space.letter for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.letter for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.letter for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.membership
alter table union_space.membership enable row level security;
alter table union_space.membership force row level security;
grant insert on union_space.membership to {{union}};
grant select on union_space.membership to {{system}};
grant select on union_space.membership to {{union}};
grant update (ended_at, ended_by) on union_space.membership to {{union}};
create policy select_1 on union_space.membership for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy insert_2 on union_space.membership for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_3 on union_space.membership for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_4 on union_space.membership for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is null and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and ended_at is not null and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_5 on union_space.membership for select to {{system}} using (true);

-- union_space.merger
alter table union_space.merger enable row level security;
alter table union_space.merger force row level security;
grant delete on union_space.merger to {{system}};
grant delete on union_space.merger to {{union}};
grant insert on union_space.merger to {{union}};
grant select on union_space.merger to {{system}};
grant select on union_space.merger to {{union}};
grant update on union_space.merger to {{union}};
create policy select_1 on union_space.merger for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.merger for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.merger for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.merger for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.merger for select to {{system}} using (true);
create policy delete_6 on union_space.merger for delete to {{system}} using (true);

-- union_space.occupancy
alter table union_space.occupancy enable row level security;
alter table union_space.occupancy force row level security;
grant delete on union_space.occupancy to {{system}};
grant delete on union_space.occupancy to {{union}};
grant insert on union_space.occupancy to {{union}};
grant select on union_space.occupancy to {{system}};
grant select on union_space.occupancy to {{union}};
grant update on union_space.occupancy to {{union}};
create policy select_1 on union_space.occupancy for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.occupancy for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.occupancy for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.occupancy for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.occupancy for select to {{system}} using (true);
create policy delete_6 on union_space.occupancy for delete to {{system}} using (true);

-- union_space.passage
alter table union_space.passage enable row level security;
alter table union_space.passage force row level security;
grant insert on union_space.passage to {{union}};
grant select on union_space.passage to {{doorkeeper}};
grant select on union_space.passage to {{union}};
create policy select_1 on union_space.passage for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.passage for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and decided_by = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_3 on union_space.passage for select to {{doorkeeper}} using (true);

-- union_space.person
alter table union_space.person enable row level security;
alter table union_space.person force row level security;
grant delete on union_space.person to {{system}};
grant delete on union_space.person to {{union}};
grant insert on union_space.person to {{union}};
grant select on union_space.person to {{system}};
grant select on union_space.person to {{union}};
grant update on union_space.person to {{union}};
create policy select_1 on union_space.person for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.person for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.person for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.person for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.person for select to {{system}} using (true);
create policy delete_6 on union_space.person for delete to {{system}} using (true);

-- union_space.purge_register
alter table union_space.purge_register enable row level security;
alter table union_space.purge_register force row level security;
grant insert on union_space.purge_register to {{system}};
grant select on union_space.purge_register to {{system}};
grant select on union_space.purge_register to {{union}};
create policy select_1 on union_space.purge_register for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_2 on union_space.purge_register for select to {{system}} using (true);
create policy insert_3 on union_space.purge_register for insert to {{system}} with check (true);

-- union_space.saved_view
alter table union_space.saved_view enable row level security;
alter table union_space.saved_view force row level security;
grant delete on union_space.saved_view to {{union}};
grant insert on union_space.saved_view to {{union}};
grant select on union_space.saved_view to {{union}};
grant update (name, query) on union_space.saved_view to {{union}};
create policy select_1 on union_space.saved_view for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.saved_view for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.saved_view for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.saved_view for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.source
alter table union_space.source enable row level security;
alter table union_space.source force row level security;
grant delete on union_space.source to {{system}};
grant insert on union_space.source to {{union}};
grant select on union_space.source to {{system}};
grant select on union_space.source to {{union}};
grant update (name, agreement_id, institution_id, map, time_zone, entry_from, extraction_rule, current_vintage, removed_at) on union_space.source to {{union}};
create policy select_1 on union_space.source for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.source for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.source for select to {{system}} using (true);
create policy delete_5 on union_space.source for delete to {{system}} using (true);

-- union_space.source_case
alter table union_space.source_case enable row level security;
alter table union_space.source_case force row level security;
grant delete on union_space.source_case to {{system}};
grant delete on union_space.source_case to {{union}};
grant insert on union_space.source_case to {{union}};
grant select on union_space.source_case to {{system}};
grant select on union_space.source_case to {{union}};
grant update (stratum_id, opened_day, closed_day, outcome, hours, last_vintage) on union_space.source_case to {{union}};
create policy select_1 on union_space.source_case for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_case for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.source_case for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.source_case for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.source_case for select to {{system}} using (true);
create policy delete_6 on union_space.source_case for delete to {{system}} using (true);

-- union_space.source_cell
alter table union_space.source_cell enable row level security;
alter table union_space.source_cell force row level security;
grant delete on union_space.source_cell to {{system}};
grant delete on union_space.source_cell to {{union}};
grant insert on union_space.source_cell to {{union}};
grant select on union_space.source_cell to {{system}};
grant select on union_space.source_cell to {{union}};
grant update (n) on union_space.source_cell to {{union}};
create policy select_1 on union_space.source_cell for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_cell for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.source_cell for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.source_cell for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.source_cell for select to {{system}} using (true);
create policy delete_6 on union_space.source_cell for delete to {{system}} using (true);

-- union_space.source_day
alter table union_space.source_day enable row level security;
alter table union_space.source_day force row level security;
grant delete on union_space.source_day to {{system}};
grant delete on union_space.source_day to {{union}};
grant insert on union_space.source_day to {{union}};
grant select on union_space.source_day to {{system}};
grant select on union_space.source_day to {{union}};
create policy select_1 on union_space.source_day for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_day for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_3 on union_space.source_day for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.source_day for select to {{system}} using (true);
create policy delete_5 on union_space.source_day for delete to {{system}} using (true);

-- union_space.source_reject
alter table union_space.source_reject enable row level security;
alter table union_space.source_reject force row level security;
grant delete on union_space.source_reject to {{system}};
grant delete on union_space.source_reject to {{union}};
grant insert on union_space.source_reject to {{union}};
grant select on union_space.source_reject to {{system}};
grant select on union_space.source_reject to {{union}};
create policy select_1 on union_space.source_reject for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_reject for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_3 on union_space.source_reject for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.source_reject for select to {{system}} using (true);
create policy delete_5 on union_space.source_reject for delete to {{system}} using (true);

-- union_space.source_stratum
alter table union_space.source_stratum enable row level security;
alter table union_space.source_stratum force row level security;
grant delete on union_space.source_stratum to {{system}};
grant delete on union_space.source_stratum to {{union}};
grant insert on union_space.source_stratum to {{union}};
grant select on union_space.source_stratum to {{system}};
grant select on union_space.source_stratum to {{union}};
create policy select_1 on union_space.source_stratum for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_stratum for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_3 on union_space.source_stratum for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.source_stratum for select to {{system}} using (true);
create policy delete_5 on union_space.source_stratum for delete to {{system}} using (true);

-- union_space.source_upload
alter table union_space.source_upload enable row level security;
alter table union_space.source_upload force row level security;
grant delete on union_space.source_upload to {{system}};
grant delete on union_space.source_upload to {{union}};
grant insert on union_space.source_upload to {{union}};
grant select on union_space.source_upload to {{system}};
grant select on union_space.source_upload to {{union}};
grant update (source_id, state, rows_read, rows_total, stop_asked, failure, facts, heartbeat_at) on union_space.source_upload to {{union}};
create policy select_1 on union_space.source_upload for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_upload for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.source_upload for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.source_upload for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.source_upload for select to {{system}} using (true);
create policy delete_6 on union_space.source_upload for delete to {{system}} using (true);

-- union_space.source_vintage
alter table union_space.source_vintage enable row level security;
alter table union_space.source_vintage force row level security;
grant delete on union_space.source_vintage to {{system}};
grant insert on union_space.source_vintage to {{union}};
grant select on union_space.source_vintage to {{system}};
grant select on union_space.source_vintage to {{union}};
create policy select_1 on union_space.source_vintage for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_vintage for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_3 on union_space.source_vintage for select to {{system}} using (true);
create policy delete_4 on union_space.source_vintage for delete to {{system}} using (true);

-- union_space.source_wait
alter table union_space.source_wait enable row level security;
alter table union_space.source_wait force row level security;
grant delete on union_space.source_wait to {{system}};
grant delete on union_space.source_wait to {{union}};
grant insert on union_space.source_wait to {{union}};
grant select on union_space.source_wait to {{system}};
grant select on union_space.source_wait to {{union}};
create policy select_1 on union_space.source_wait for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.source_wait for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_3 on union_space.source_wait for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.source_wait for select to {{system}} using (true);
create policy delete_5 on union_space.source_wait for delete to {{system}} using (true);

-- union_space.space
alter table union_space.space enable row level security;
alter table union_space.space force row level security;
grant select on union_space.space to {{system}};
grant select on union_space.space to {{union}};
grant update (name, requires_second_factor, staircase_word) on union_space.space to {{union}};
create policy select_1 on union_space.space for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0 or strpos(current_setting('palier.circles', true), ',treasurer,') > 0 or strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy update_2 on union_space.space for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',administrator,') > 0));
create policy select_3 on union_space.space for select to {{system}} using (true);

-- union_space.survey_assignment
alter table union_space.survey_assignment enable row level security;
alter table union_space.survey_assignment force row level security;
grant insert on union_space.survey_assignment to {{union}};
grant select on union_space.survey_assignment to {{union}};
grant update (revoked_at) on union_space.survey_assignment to {{union}};
create policy select_1 on union_space.survey_assignment for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.survey_assignment for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.survey_assignment for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.survey_assignment for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));

-- union_space.survey_campaign
alter table union_space.survey_campaign enable row level security;
alter table union_space.survey_campaign force row level security;
grant insert on union_space.survey_campaign to {{union}};
grant select on union_space.survey_campaign to {{system}};
grant select on union_space.survey_campaign to {{union}};
create policy select_1 on union_space.survey_campaign for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.survey_campaign for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_3 on union_space.survey_campaign for select to {{system}} using (true);

-- union_space.survey_complaint
alter table union_space.survey_complaint enable row level security;
alter table union_space.survey_complaint force row level security;
grant delete on union_space.survey_complaint to {{union}};
grant insert on union_space.survey_complaint to {{union}};
grant select on union_space.survey_complaint to {{system}};
grant select on union_space.survey_complaint to {{union}};
grant update on union_space.survey_complaint to {{union}};
create policy select_1 on union_space.survey_complaint for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.survey_complaint for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.survey_complaint for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy delete_4 on union_space.survey_complaint for delete to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_5 on union_space.survey_complaint for select to {{system}} using (true);

-- union_space.survey_device
alter table union_space.survey_device enable row level security;
alter table union_space.survey_device force row level security;
grant insert on union_space.survey_device to {{union}};
grant select on union_space.survey_device to {{system}};
grant select on union_space.survey_device to {{union}};
grant update (revoked_at) on union_space.survey_device to {{union}};
create policy select_1 on union_space.survey_device for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.survey_device for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_3 on union_space.survey_device for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and account_id = nullif(current_setting('palier.account', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_4 on union_space.survey_device for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy update_5 on union_space.survey_device for update to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0)) with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_6 on union_space.survey_device for select to {{system}} using (true);

-- union_space.survey_envelope
alter table union_space.survey_envelope enable row level security;
alter table union_space.survey_envelope force row level security;
grant select on union_space.survey_envelope to {{system}};
grant select on union_space.survey_envelope to {{union}};
grant update (opened, failure) on union_space.survey_envelope to {{system}};
create policy select_1 on union_space.survey_envelope for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_2 on union_space.survey_envelope for select to {{system}} using (true);
create policy update_3 on union_space.survey_envelope for update to {{system}} using (true) with check (true);

-- union_space.survey_key
alter table union_space.survey_key enable row level security;
alter table union_space.survey_key force row level security;
grant insert on union_space.survey_key to {{union}};
grant select on union_space.survey_key to {{system}};
create policy insert_1 on union_space.survey_key for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_2 on union_space.survey_key for select to {{system}} using (true);

-- union_space.survey_said
alter table union_space.survey_said enable row level security;
alter table union_space.survey_said force row level security;
grant delete on union_space.survey_said to {{system}};
grant insert on union_space.survey_said to {{system}};
grant select on union_space.survey_said to {{system}};
grant select on union_space.survey_said to {{union}};
grant update on union_space.survey_said to {{system}};
create policy select_1 on union_space.survey_said for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_2 on union_space.survey_said for select to {{system}} using (true);
create policy insert_3 on union_space.survey_said for insert to {{system}} with check (true);
create policy update_4 on union_space.survey_said for update to {{system}} using (true) with check (true);
create policy delete_5 on union_space.survey_said for delete to {{system}} using (true);

-- union_space.survey_set_aside
alter table union_space.survey_set_aside enable row level security;
alter table union_space.survey_set_aside force row level security;
grant delete on union_space.survey_set_aside to {{system}};
grant insert on union_space.survey_set_aside to {{system}};
grant select on union_space.survey_set_aside to {{system}};
grant select on union_space.survey_set_aside to {{union}};
create policy select_1 on union_space.survey_set_aside for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_2 on union_space.survey_set_aside for select to {{system}} using (true);
create policy insert_3 on union_space.survey_set_aside for insert to {{system}} with check (true);
create policy delete_4 on union_space.survey_set_aside for delete to {{system}} using (true);

-- union_space.survey_visit
alter table union_space.survey_visit enable row level security;
alter table union_space.survey_visit force row level security;
grant delete on union_space.survey_visit to {{system}};
grant insert on union_space.survey_visit to {{system}};
grant select on union_space.survey_visit to {{system}};
grant select on union_space.survey_visit to {{union}};
grant update on union_space.survey_visit to {{system}};
create policy select_1 on union_space.survey_visit for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',canvasser,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_2 on union_space.survey_visit for select to {{system}} using (true);
create policy insert_3 on union_space.survey_visit for insert to {{system}} with check (true);
create policy update_4 on union_space.survey_visit for update to {{system}} using (true) with check (true);
create policy delete_5 on union_space.survey_visit for delete to {{system}} using (true);

-- union_space.waits_release
alter table union_space.waits_release enable row level security;
alter table union_space.waits_release force row level security;
grant insert on union_space.waits_release to {{union}};
grant select on union_space.waits_release to {{system}};
grant select on union_space.waits_release to {{union}};
create policy select_1 on union_space.waits_release for select to {{union}} using (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy insert_2 on union_space.waits_release for insert to {{union}} with check (space_id = nullif(current_setting('palier.space', true), '')::uuid and (strpos(current_setting('palier.circles', true), ',organiser,') > 0 or strpos(current_setting('palier.circles', true), ',steward,') > 0 or strpos(current_setting('palier.circles', true), ',officer,') > 0));
create policy select_3 on union_space.waits_release for select to {{system}} using (true);
