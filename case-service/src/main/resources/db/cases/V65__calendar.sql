-- Days without school that a person entered: training, closure, a bank holiday that was proclaimed.
-- An academy of null is all of the trust.
create table closed_day (
  day        date not null,
  academy_id text,
  kind       text not null check (kind in ('INSET', 'CLOSED', 'BANK_HOLIDAY')),
  name       text not null,
  check (kind <> 'BANK_HOLIDAY' or academy_id is null),
  unique nulls not distinct (day, academy_id)
);
