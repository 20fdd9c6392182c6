-- Pictures of posts under a case, sealed with its key: they go when the key goes.
create table picture (
  case_id     text        not null references cases (case_id),
  number      integer     not null,
  post_id     text        not null,
  sha256      text        not null,
  type        text        not null,
  sealed      bytea       not null,
  blurred     bytea       not null,
  captured_at timestamptz not null,
  primary key (case_id, number),
  unique (case_id, post_id, sha256)
);
create index picture_by_post on picture (post_id);

-- Whether a state of the post that was noted had something to see.
alter table case_posts add column pictures boolean not null default false;

-- Posts with what may be an illegal picture of a child: nothing of them is fetched or kept again.
create table withheld_post (
  post_id text primary key,
  since   timestamptz not null
);

-- Since when nothing of a case is left but where the post is; null for all others.
alter table cases add column pointer_since timestamptz;
alter table evidence_holders add column pointer_only boolean not null default false;
