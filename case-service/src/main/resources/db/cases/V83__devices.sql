-- Devices on which a person showed again who they are, until their shift is over. The device has a
-- random number; here is only its keyed hash.
create table confirmed_device (
  device       bytea       primary key check (octet_length(device) = 32),
  person_id    text        not null,
  confirmed_at timestamptz not null,
  until        timestamptz not null
);
create index confirmed_device_by_end on confirmed_device (until);
