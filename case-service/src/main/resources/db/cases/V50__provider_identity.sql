-- Which account of an identity provider belongs to which person, since their first sign-in. Who is
-- given their address later has another subject, and does not become them.
create table provider_identity (
  issuer    text not null,
  client_id text not null,
  subject   text not null,
  person_id text not null references person (person_id) on delete cascade,
  bound_at  timestamptz not null,
  primary key (issuer, client_id, subject),
  unique (issuer, client_id, person_id)
);

-- A person whose address changes in the register proves anew who they are.
create function release_provider_identity() returns trigger language plpgsql as $$
begin
  delete from provider_identity where person_id = new.person_id;
  return null;
end $$;

create trigger person_address_changed after update on person for each row
  when (lower(old.email) is distinct from lower(new.email))
  execute function release_provider_identity();
