-- Revisions come from one sequence, so that an account that left and came back still grows.
create sequence account_revision;
create table account (
  account_id     text primary key,
  platform       text not null,
  address        text not null,
  kind           text not null,
  holder_id      text not null,
  academy_id     text,
  spokesperson   boolean not null,
  approved       boolean not null,
  dpia_reference text,
  notice_hash    text,
  consultation   text,
  approver       text,
  policy_version text,
  collect_from   date,
  revision       bigint not null,
  changed_at     timestamptz not null
);
