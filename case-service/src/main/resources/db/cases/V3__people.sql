-- The trust's register. Pupils, former pupils and confidential terms are sealed: their content is encrypted, and only
-- keyed hashes of it leave the desk.
create table register_entry (
  entry_id    text primary key,
  kind        text not null,
  body        jsonb,
  sealed      bytea,
  fingerprint text not null,
  changed_at  timestamptz not null,
  check ((body is null) <> (sealed is null)),
  check ((kind in ('PUPIL', 'FORMER', 'CONFIDENTIAL')) = (sealed is not null))
);
create index register_entry_kind on register_entry (kind);

create sequence person_revision;
create table person (
  person_id    text primary key,
  name         text not null,
  title        text,
  role         text not null,
  academy_id   text,
  email        text,
  phone        text,
  digest_hour  int not null check (digest_hour between 0 and 23),
  absent_until date,
  revision     bigint not null,
  changed_at   timestamptz not null
);
-- Checked at the commit, so that one import may hand an address from one person to another.
alter table person add column email_folded text generated always as (lower(email)) stored;
alter table person add constraint person_email unique (email_folded) deferrable initially deferred;
create index person_role on person (role, academy_id);
