-- An upload that waits for its confirmation: sealed, one for each person, gone after an hour.
create table import_draft (
  person_id text primary key,
  sealed    bytea not null,
  standing  text not null,
  made_at   timestamptz not null
);
