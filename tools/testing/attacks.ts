import { createHash } from 'node:crypto'
import type { Actor } from '../../src/access/scope.ts'
import { type Login, roleName } from '../../src/db/logins.ts'
import { newId } from '../../src/kernel/ids.ts'

/** Every value of the union's rows carries this word; no answer to an attack may. */
export const CANARY = 'canari-7f3a'
export const CANARY_HASH = createHash('sha256').update(CANARY).digest()

/** Its name, what is sent, and why somebody would try it. */
type Attack = [name: string, statements: string | ((union: Actor) => string), why: string]

const role = (login: Login): string => roleName('palier_test', login)
export const asUnion = (union: Actor): string =>
  `set palier.space = '${union.spaceId}'; set palier.account = '${union.accountId}'; set palier.circles = ',officer,'; `
const leak = `create function pg_temp.leak(text) returns boolean language plpgsql cost 0.0000001 as
  $f$ begin raise notice '%', $1; return true; end $f$; `

/** What the desk's login is refused. */
export const REFUSED: readonly Attack[] = [
  ['reading', 'select * from union_space.person', 'the first thing one tries'],
  [
    'a forged scope',
    (union) => `${asUnion(union)} select * from union_space.person`,
    'settings open no other kind',
  ],
  [
    'a forged scope, function',
    (union) =>
      `select set_config('palier.space', '${union.spaceId}', false); select * from union_space.person`,
    'nor set by function',
  ],
  ['row_security', 'set row_security = off; select * from union_space.person', 'the wall is a privilege'],
  [
    'row_security, own kind',
    'set row_security = off; select * from desk_space.space',
    'nor does it open the other desks',
  ],
  [
    'row_security by function',
    `select set_config('row_security', 'off', true); select * from desk_space.space`,
    'same',
  ],
  ['counting', 'select count(*) from union_space.person', 'not even how many'],
  ['naming no column', 'select from union_space.person', 'no column, still a reading'],
  ['the whole table', 'table union_space.person', 'another spelling'],
  ['in a subquery', 'select (select name from union_space.person limit 1)', 'another place'],
  ['exists', 'select exists (select from union_space.person)', 'one bit'],
  ['a join', 'select * from desk_space.space s left join union_space.person p on true', 'another place'],
  ['returning', 'delete from union_space.person returning *', 'a write that reads'],
  ['updating', `update union_space.person set note = ''`, 'a write'],
  [
    'merging',
    'merge into desk_space.inbox i using union_space.person p on true when matched then do nothing',
    'a reading as source',
  ],
  ['inserting', 'insert into union_space.person select * from union_space.person', 'both'],
  [
    'on conflict',
    `insert into union_space.space (space_id) values ('${newId(new Date())}') on conflict do nothing`,
    'tells whether a key exists',
  ],
  ['truncating', 'truncate union_space.person', 'a destruction'],
  ['locking', 'lock table union_space.person', 'a denial'],
  ['set role union', `set role ${role('union')}`, 'no login is a member of another'],
  ['set role system', `set role ${role('system')}`, 'nor of the jobs'],
  ['set role owner', 'set role pg_read_all_data', 'nor of what reads everything'],
  ['session authorization', `set session authorization ${role('union')}`, 'for superusers'],
  ['role by function', `select set_config('role', '${role('union')}', false)`, 'the same by function'],
  [
    'reset role',
    'reset role; reset session authorization; select * from union_space.person',
    'there is nothing to come back to',
  ],
  ['granting', `grant select on union_space.person to ${role('desk')}`, 'not its own'],
  ['granting a role', `grant ${role('union')} to ${role('desk')}`, 'not its to give'],
  ['superuser', `alter role ${role('desk')} superuser`, 'no'],
  ['bypassrls', `alter role ${role('desk')} bypassrls`, 'no'],
  ['password of another', `alter role ${role('union')} password 'x'`, 'no'],
  ['settings of another', `alter role ${role('union')} set palier.space = 'x'`, 'no'],
  ['new role', 'create role door_in_the_wall superuser', 'no'],
  ['disabling', 'alter table desk_space.space disable row level security', 'not the owner'],
  ['not forcing', 'alter table union_space.person no force row level security', 'not the owner'],
  ['policy', 'create policy open on desk_space.space using (true)', 'not the owner'],
  ['dropping a policy', 'drop policy select_1 on desk_space.space', 'not the owner'],
  [
    'trigger',
    'create trigger t after insert on desk_space.inbox execute function desk_space.leave_line()',
    'not the owner',
  ],
  ['rule', 'create rule r as on insert to desk_space.inbox do also select 1', 'not the owner'],
  ['owning', `alter table union_space.person owner to ${role('desk')}`, 'not the owner'],
  ['copy out', 'copy union_space.person to stdout', 'a reading'],
  ['copy a query', 'copy (select * from union_space.person) to stdout', 'a reading'],
  ['copy to a program', `copy (select 1) to program 'id'`, 'for superusers'],
  ['copy from a program', `copy desk_space.inbox from program 'id'`, 'for superusers'],
  ['copy to a file', `copy (select 1) to '/tmp/out'`, 'for superusers'],
  ['copy from a file', `copy desk_space.inbox from '/etc/passwd'`, 'for superusers'],
  ['view', 'create view desk_space.v as select * from union_space.person', 'nowhere to create'],
  ['view elsewhere', 'create view public.v as select 1', 'nowhere to create'],
  ['temporary view', 'create temp view v as select * from union_space.person', 'nowhere to create'],
  [
    'materialised view',
    'create materialized view desk_space.v as select * from union_space.person',
    'nowhere',
  ],
  ['temporary table', 'create temp table x (a text)', 'temporary tables hide the real ones'],
  ['select into', 'select * into temp x from union_space.person', 'both'],
  ['table of a type', 'create table desk_space.x (like union_space.person)', 'nowhere'],
  ['inheriting', 'create table desk_space.x () inherits (union_space.person)', 'nowhere'],
  [
    'foreign key',
    `create temp table x (s uuid, p uuid, foreign key (s, p) references union_space.person)`,
    'a key that asks',
  ],
  ['schema', 'create schema mine', 'no'],
  ['function', 'create function desk_space.f() returns text language sql as $$ select 1::text $$', 'nowhere'],
  [
    'definer',
    'create function public.f() returns setof union_space.person language sql security definer as $$ select * from union_space.person $$',
    'nowhere',
  ],
  [
    'replacing a definer',
    'create or replace function keyring.name_of(uuid) returns text language sql as $$ select 1::text $$',
    'not the owner',
  ],
  ['language', `create function desk_space.f() returns int language c as 'libc', 'system'`, 'untrusted'],
  [
    'leaking filter',
    `${leak} select * from union_space.person where pg_temp.leak(name)`,
    'no function of one’s own',
  ],
  [
    'leaking plan',
    `${leak} explain analyze select * from union_space.person where pg_temp.leak(name)`,
    'same',
  ],
  [
    'leaking operator',
    'create operator desk_space.<<< (function = texteq, leftarg = text, rightarg = text)',
    'same',
  ],
  ['explain', 'explain (verbose) select * from union_space.person', 'estimates are readings'],
  ['explain analyze', 'explain analyze select * from union_space.person', 'a reading'],
  ['leak by error', 'select * from union_space.person where name::int = 1', 'an error quotes its value'],
  ['do block', 'do $$ begin perform 1 from union_space.person; end $$', 'same rights inside'],
  [
    'do block, execute',
    `do $$ declare x text; begin execute 'select name from union_space.person' into x; raise notice '%', x; end $$`,
    'same',
  ],
  ['prepared', 'prepare x as select * from union_space.person; execute x', 'same'],
  ['prepared by the union', 'execute kept', 'a session’s own'],
  ['cursor', 'declare c cursor with hold for select * from union_space.person; fetch all c', 'same'],
  ['cursor of the union', 'fetch all walked', 'a session’s own'],
  [
    'query_to_xml',
    `select query_to_xml('select * from union_space.person', true, true, '')`,
    'runs as its caller',
  ],
  ['table_to_xml', `select table_to_xml('union_space.person', true, true, '')`, 'same'],
  [
    'schema_to_xml',
    `select schema_to_xml('union_space', true, true, '') where query_to_xml('table union_space.person', true, true, '') is null`,
    'same',
  ],
  [
    'ts_stat',
    `select * from ts_stat('select to_tsvector(name) from union_space.person')`,
    'runs as its caller',
  ],
  ['cursor_to_xml', `select cursor_to_xml('walked', 10, true, true, '')`, 'a session’s own'],
  ['files', `select pg_read_file('/etc/passwd')`, 'for superusers'],
  ['binary files', `select pg_read_binary_file('PG_VERSION')`, 'for superusers'],
  ['folders', `select pg_ls_dir('.')`, 'for superusers'],
  ['journals', 'select pg_ls_waldir()', 'for superusers'],
  [
    'journal contents',
    `select pg_create_logical_replication_slot('x', 'test_decoding')`,
    'the journal holds every row',
  ],
  ['statistics', 'select * from pg_statistic', 'hold values'],
  ['statistics, extended', 'select * from pg_statistic_ext_data', 'hold values'],
  ['passwords', 'select * from pg_authid', 'for superusers'],
  ['shadow', 'select * from pg_shadow', 'for superusers'],
  ['where the data is', 'show data_directory', 'for superusers'],
  ['access file', 'select * from pg_hba_file_rules', 'for superusers'],
  ['server files', `create extension file_fdw`, 'no extension'],
  ['other server', 'create extension dblink', 'no extension'],
  ['foreign server', 'create extension postgres_fdw', 'no extension'],
  ['trusted extension', 'create extension hstore', 'not even a trusted one'],
  ['library', `load 'auto_explain'`, 'no library'],
  ['large object', 'select lo_create(0)', 'rows hidden outside every schema'],
  ['large object, filled', `select lo_from_bytea(0, 'x')`, 'same'],
  ['large object, imported', `select lo_import('/etc/passwd')`, 'for superusers'],
  ['large object, exported', `select lo_export(1, '/tmp/x')`, 'for superusers'],
  ['large objects', 'select * from pg_largeobject', 'for superusers'],
  ['database', 'create database mine', 'no'],
  ['server settings', `alter system set log_statement = 'all'`, 'for superusers'],
  ['logging', `set log_statement = 'all'`, 'for superusers'],
  ['replaying triggers', `set session_replication_role = replica`, 'writes without a trace'],
  [
    'killing',
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role('union')}' limit 1`,
    'not its own',
  ],
  ['vacuum options', 'reindex table union_space.person', 'not the owner'],
  ['comment', `comment on table union_space.person is 'x'`, 'not the owner'],
  ['publication', 'create publication p for table union_space.person', 'not the owner'],
  ['subscription', `create subscription s connection 'dbname=x' publication p`, 'no'],
  [
    'event trigger',
    'create event trigger e on ddl_command_end execute function desk_space.leave_line()',
    'for superusers',
  ],
  [
    'statistics object',
    'create statistics desk_space.s on name, note from union_space.person',
    'not the owner',
  ],
  [
    'default privileges',
    `alter default privileges for role ${role('union')} grant select on tables to public`,
    'not a member',
  ],
  ['sessions', 'select * from keyring.session', 'no role lists them'],
  ['accounts', 'select * from keyring.account', 'no role lists them'],
  ['all spaces', 'select * from keyring.any_space', 'a view of the house'],
  ['all memberships', 'select * from keyring.any_membership', 'a view of the house'],
  [
    'a known session',
    `select * from keyring.find_session('\\x${CANARY_HASH.toString('hex')}', now())`,
    'another login’s function',
  ],
  ['the name of a space', (union) => `select keyring.name_of('${union.spaceId}')`, 'the doorkeeper’s'],
  [
    'the space of a union',
    (union) => `select keyring.space_of('union', '${union.institutionId}')`,
    'the doorkeeper’s',
  ],
  [
    'undoing for a union',
    (union) =>
      `select union_space.undo_passages_relying_on('${union.spaceId}', '${newId(new Date())}', now())`,
    'the union’s',
  ],
  [
    'a line in the union’s trace',
    `select union_space.note_line('x', 'x', '${newId(new Date())}')`,
    'the union’s',
  ],
  ['cleaning one’s trace', 'delete from desk_space.audit_line', 'nobody but retention'],
  ['forging one’s trace', `update desk_space.audit_line set verb = ''`, 'nobody'],
  [
    'forging a seal',
    `insert into desk_space.audit_seal values ('${newId(new Date())}', 1, '${newId(new Date())}', '', now())`,
    'the job alone',
  ],
  [
    'publishing',
    `insert into public_space.publication values ('${newId(new Date())}', 'x', 'x', 'x', '{}', now())`,
    'the doorkeeper alone',
  ],
  ['delivering', 'select * from doorway.delivery', 'the doorkeeper alone'],
  ['one’s own inbox', `update desk_space.inbox set undone_at = null`, 'the doorkeeper alone'],
  ['the house’s notes', 'select * from palier.migration', 'the owner’s'],
  ['existence', `select to_regclass('union_space.person')`, 'not even whether it exists'],
]

/** What it may ask, and what tells it nothing of another kind. */
export const ANSWERED: readonly Attack[] = [
  [
    'statistics of columns',
    `select * from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`,
    'only of tables one may read',
  ],
  ['statistics, extended', 'select * from pg_stats_ext', 'same'],
  [
    'queries of others',
    'select query, backend_xid, client_addr from pg_stat_activity',
    'hidden from another role',
  ],
  [
    'cursors and plans',
    'select statement from pg_prepared_statements union all select statement from pg_cursors',
    'a session’s own',
  ],
  ['locks', 'select * from pg_locks', 'numbers'],
  [
    'catalogues',
    'select relname, reltuples from pg_class; select prosrc from pg_proc; select * from pg_policies',
    'the code is public, rows are not',
  ],
  [
    'definitions',
    `select pg_get_viewdef(oid) from pg_class where relkind = 'v' and relname like 'any%'`,
    'the code is public',
  ],
  [
    'information schema',
    'select * from information_schema.columns; select * from information_schema.tables',
    'names only',
  ],
  ['privileges', 'select * from information_schema.role_table_grants', 'names only'],
  ['roles', 'select * from pg_roles', 'no password in it'],
  ['settings', `select name, setting from pg_settings`, 'the union’s settings are in its own session'],
  ['default settings', 'select * from pg_db_role_setting', 'no secret is kept there'],
  ['comments', 'select * from pg_description where objsubid >= 0 limit 100', 'code'],
  ['triggers of keys', 'select * from pg_constraint', 'code'],
  [
    'listening',
    `listen palier; notify palier, 'x'; select pg_notification_queue_usage()`,
    'Palier announces nothing there',
  ],
  ['advisory locks', 'select pg_try_advisory_lock(1)', 'a lock is not a reading'],
  ['snapshot', 'select pg_export_snapshot()', 'the same rows as before'],
  ['own kind, without scope', 'select * from desk_space.passage', 'no row outside a scope'],
  [
    'own kind, forged',
    (union) => `${asUnion(union)} select * from desk_space.space; select * from desk_space.membership`,
    'a union’s id opens no desk',
  ],
  ['directory', 'select * from directory.estate; select * from directory.building', 'nothing personal'],
  ['own password', `alter role ${role('desk')} password 'x'`, 'its own; the next start puts it back'],
  [
    'own settings',
    `alter role ${role('desk')} set work_mem = '1MB'`,
    'its own; the next start takes it away',
  ],
  [
    'sizes',
    `select pg_relation_size(oid) >= 0 from pg_class where relname = 'person'`,
    'a size of all unions together',
  ],
  ['row as text', `select row_to_json(d) from desk_space.space d`, 'one’s own, outside a scope nothing'],
]
