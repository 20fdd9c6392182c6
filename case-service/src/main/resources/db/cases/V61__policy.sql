-- The trust's own policy, in versions: never overwritten, a correction is a new version.
create table policy_version (
  number      bigint generated always as identity primary key,
  name        text not null unique,
  in_force    date not null,
  review_on   date,
  body        text not null,
  hash        text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null
);
create index policy_version_in_force on policy_version (in_force desc, number desc);

create table policy_paragraph (
  number   bigint not null references policy_version (number),
  position int not null,
  words    text not null,
  primary key (number, position)
);

-- Which paragraphs a clause rests on; the newest of a clause counts, and none where it has no paragraphs.
create table policy_pointer (
  pointer         bigint generated always as identity primary key,
  number          bigint not null references policy_version (number),
  clause          text not null,
  first_paragraph int,
  last_paragraph  int,
  chosen_by       text not null,
  chosen_at       timestamptz not null,
  check (last_paragraph >= first_paragraph),
  check ((first_paragraph is null) = (last_paragraph is null))
);
create index policy_pointer_newest on policy_pointer (number, clause, pointer desc);

create function policy_is_never_overwritten() returns trigger language plpgsql as $$
begin
  raise exception 'a version of the policy is never overwritten';
end $$;
create trigger policy_version_stays before update or delete on policy_version
  for each row execute function policy_is_never_overwritten();
create trigger policy_paragraph_stays before update or delete on policy_paragraph
  for each row execute function policy_is_never_overwritten();
create trigger policy_pointer_stays before update or delete on policy_pointer
  for each row execute function policy_is_never_overwritten();
