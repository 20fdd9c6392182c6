-- What a person entered at the desk is not taken away by an import that does not name it.
alter table register_entry add column by_hand boolean not null default false;
alter table person add column by_hand boolean not null default false;

-- What people set themselves about how they are told. No import writes here.
create table preference (
  person_id    text primary key,
  phone        text,
  digest_hour  int not null check (digest_hour between 0 and 23),
  now_by       text[] not null,
  today_by     text[] not null,
  later_by     text[] not null,
  absent_from  date,
  absent_until date,
  stand_in     text,
  absence_told boolean not null default true,
  check ((absent_from is null) = (absent_until is null)),
  check (absent_until >= absent_from)
);

-- Who agreed to an exception, and why. The reason is sealed with the key of the register.
create table agreement (
  entry_id  text primary key references register_entry (entry_id) on delete cascade,
  kind      text not null,
  agreed_by text not null,
  agreed_on date not null,
  reason    bytea not null
);

-- While a supplier takes part in a tender.
create table tender (
  entry_id   text primary key references register_entry (entry_id) on delete cascade,
  open_from  date not null,
  open_until date not null,
  check (open_until >= open_from)
);
