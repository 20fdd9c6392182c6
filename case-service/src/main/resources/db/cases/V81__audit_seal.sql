-- The head of the chain, sealed with a key that the database does not have: who can write here
-- cannot cut off the end of the trail and write a head to fit. Null until the desk first seals it.
alter table audit_head add column seal bytea check (octet_length(seal) = 32);

-- For a page that asks for one person, one thing or a span of days.
create index audit_entry_by_actor on audit_entry (actor, number);
create index audit_entry_by_subject on audit_entry (subject, number);
create index audit_entry_by_time on audit_entry (at);
