-- Passwords of the embedded default's own sign-in, hashed. Elsewhere people sign in by OpenID Connect.
create table local_password (
  person_id text primary key,
  hash      text not null,
  made_at   timestamptz not null
);
