-- Append only: each entry holds the hash of the one before it.
create table audit_entry (
  number   bigint primary key,
  at       timestamptz not null,
  actor    text not null,
  action   text not null,
  subject  text not null,
  detail   text not null,
  previous bytea not null check (octet_length(previous) = 32),
  hash     bytea not null check (octet_length(hash) = 32)
);

-- The newest link. Whoever appends locks it, so that the chain has no fork.
create table audit_head (
  sole   boolean primary key default true check (sole),
  number bigint not null,
  hash   bytea not null check (octet_length(hash) = 32)
);
insert into audit_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append only';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_is_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_is_append_only();
create trigger audit_head_stays before delete on audit_head
  for each row execute function audit_is_append_only();
create trigger audit_head_no_truncate before truncate on audit_head
  for each statement execute function audit_is_append_only();
