-- The register's own entry of each account. What others are told of it stays in `account`, row by row: it follows from
-- the entry, the trust's gates, the holder's acknowledgement, checks and spokespersons, and changes by time alone.
create table account_entry (
  account_id      text primary key,
  origin          text not null check (origin in ('FILE', 'DESK')),
  state           text not null check (state in ('REQUESTED', 'STANDING', 'REFUSED', 'CLOSED')),
  platform        text not null,
  address         text not null,
  address_key     text not null,
  kind            text not null,
  academy_id      text,
  holder_id       text not null,
  second_owner_id text,
  handed_over     boolean not null default false,
  approved        boolean not null,
  approver        text,
  policy_version  text,
  dpia_reference  text,
  notice_hash     text,
  consultation    text,
  collect_from    date,
  spokesperson    boolean not null,
  review_on       date,
  version         bigint not null default 1
);
create index account_entry_address on account_entry (platform, address_key);
create index account_entry_academy on account_entry (academy_id, account_id);
create index account_entry_holder on account_entry (holder_id);

insert into account_entry (account_id, origin, state, platform, address, address_key, kind, academy_id, holder_id,
  approved, approver, policy_version, dpia_reference, notice_hash, consultation, collect_from, spokesperson)
select account_id, 'FILE', 'STANDING', platform, address,
  lower(regexp_replace(regexp_replace(address, '^(https?://(www\.)?|@)', ''), '/+$', '')), kind, academy_id, holder_id,
  approved, approver, policy_version, dpia_reference, notice_hash, consultation, collect_from, spokesperson
from account;

-- What was asked for and under which conditions, in words; sealed with a key of the account's own.
create table account_words (
  account_id       text primary key,
  why              bytea not null,
  audience         bytea not null,
  conditions       bytea not null,
  pupils_pictured  boolean not null
);

create table account_history (
  number     bigint generated always as identity primary key,
  account_id text not null,
  at         timestamptz not null,
  person_id  text not null,
  what       text not null,
  detail     text not null,
  words      bytea
);
create index account_history_by_account on account_history (account_id, number);

-- Evidence of the trust as a whole; the newest of each kind counts.
create table gate_evidence (
  number      bigint generated always as identity primary key,
  kind        text not null check (kind in ('DPIA', 'CONSULTATION', 'NOTICE')),
  reference   text not null,
  with_whom   text not null,
  held_on     date not null,
  notice      text,
  notice_hash text,
  entered_by  text not null,
  entered_at  timestamptz not null,
  check ((kind = 'NOTICE') = (notice is not null)),
  check ((notice is null) = (notice_hash is null))
);

-- Who holds an account has read the notice with this hash.
create table notice_acknowledgement (
  account_id  text not null,
  holder_id   text not null,
  notice_hash text not null,
  from_day    date not null,
  at          timestamptz not null,
  primary key (account_id, holder_id, notice_hash)
);

create table targeted_check (
  check_id   bigint generated always as identity primary key,
  account_id text not null,
  reason     text not null check (reason in ('WORKING_TIME', 'SUSPECTED_BREACH')),
  words      bytea not null,
  authoriser text not null,
  starts_on  date not null,
  ends_on    date not null,
  ended_at   timestamptz,
  ended_by   text,
  check (ends_on - starts_on between 0 and 13)
);
create unique index targeted_check_one_at_a_time on targeted_check (account_id) where ended_at is null;
create index targeted_check_newest on targeted_check (check_id desc);

create table spokesperson (
  spokesperson_id bigint generated always as identity primary key,
  account_id      text not null,
  person_id       text not null,
  topic           text not null,
  trained_on      date not null,
  expires_on      date not null,
  authorised_by   text not null,
  authorised_at   timestamptz not null,
  ended_at        timestamptz,
  ended_by        text,
  check (expires_on >= trained_on)
);
create index spokesperson_by_account on spokesperson (account_id);
