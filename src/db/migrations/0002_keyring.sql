-- The keyring holds what must be known before a scope exists. No role lists these tables: narrow functions only
-- (docs/decisions/0004), each proven by a keyed hash that its caller could not have made up.
create schema keyring;

create table keyring.account (
  id uuid primary key,
  email text not null constraint one_account_per_email unique
    constraint account_email_is_folded check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254),
  name text not null constraint account_name_length check (length(name) between 1 and 300),
  totp_sealed bytea,
  totp_last_step bigint,
  created_at timestamptz not null default now()
);

create table keyring.sign_in_link (
  hash bytea primary key,
  account_id uuid not null references keyring.account,
  next_path text not null default '/',
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_by_account on keyring.sign_in_link (account_id);

create table keyring.session (
  hash bytea primary key,
  id uuid not null constraint one_session_per_id unique,
  account_id uuid not null references keyring.account,
  space_id uuid,
  device text not null default '',
  second_factor_at timestamptz,
  -- A session opened by an identity provider opens the rooms of one kind only: the provider of a landlord's agents
  -- vouches for nobody in a union.
  only_kind text constraint session_kind_is_known check (only_kind in ('union', 'desk', 'programme', 'research')),
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_account on keyring.session (account_id);

create table keyring.passkey (
  id text primary key,
  account_id uuid not null references keyring.account,
  public_key bytea not null,
  counter bigint not null,
  label text not null,
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_by_account on keyring.passkey (account_id);

create table keyring.identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references keyring.account,
  primary key (issuer, subject)
);
create index identity_by_account on keyring.identity (account_id);

-- What was typed when a session had ended: sealed, given back to the same account only.
create table keyring.draft (
  hash bytea primary key,
  account_id uuid not null references keyring.account,
  path text not null,
  body_sealed bytea not null,
  expires_at timestamptz not null
);
create index draft_by_account on keyring.draft (account_id);

create table keyring.attempt (
  action text not null,
  subject_hash bytea not null,
  at timestamptz not null
);
create index attempt_by_subject on keyring.attempt (action, subject_hash, at);

create table keyring.mail (
  id uuid primary key,
  space_id uuid,
  recipient text not null,
  subject text not null,
  body_sealed bytea,
  state text not null default 'waiting' constraint mail_state_is_known check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_to_send on keyring.mail (next_try_at) where state = 'waiting';
create index mail_by_space on keyring.mail (space_id, created_at desc);
