-- Two roles for the audit trail, to be run once by an administrator of the database server, in the
-- database of the desk, after the desk's first start:
--
--   psql -v ON_ERROR_STOP=1 -v desk=cases -d cases -f audit-roles.sql
--
-- `desk` is the role as which the desk works. Afterwards it can append to the trail and read it, and
-- can neither change nor remove a line, nor switch off the triggers that forbid it: the tables, and
-- the schema that holds them, belong to nobody who can sign in. `handbell_auditor` can read the trail and nothing else of the desk; give
-- it to whoever is to walk it: grant handbell_auditor to somebody.
-- A later version of the desk that changes these tables says so; then give them back for that start:
-- alter table cases.audit_entry owner to cases. Who owns the whole database can still remove it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'handbell_audit_owner') then
    create role handbell_audit_owner nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'handbell_auditor') then
    create role handbell_auditor nologin;
  end if;
end $$;

alter schema cases owner to handbell_audit_owner;
grant usage, create on schema cases to :"desk";
alter table cases.audit_entry owner to handbell_audit_owner;
alter table cases.audit_head owner to handbell_audit_owner;
alter function cases.audit_is_append_only() owner to handbell_audit_owner;

revoke all on cases.audit_entry, cases.audit_head from public, :"desk", handbell_auditor;
grant select, insert on cases.audit_entry to :"desk";
grant select, update on cases.audit_head to :"desk";

grant usage on schema cases to handbell_auditor;
grant select on cases.audit_entry, cases.audit_head to handbell_auditor;
