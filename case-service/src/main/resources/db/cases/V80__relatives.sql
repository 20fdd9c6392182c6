-- Who of the people at the desk is family of whom: neither deals with a case about the other.
create table person_relative (
  one   text not null,
  other text not null,
  primary key (one, other),
  check (one < other)
);
create index person_relative_other on person_relative (other);
