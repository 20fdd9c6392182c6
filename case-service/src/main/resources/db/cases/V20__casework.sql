-- Events that were already handled: a repeat changes nothing.
create table inbox (
    event_id text primary key,
    reader   text        not null,
    seen_at  timestamptz not null
);
create index inbox_by_age on inbox (seen_at);

-- One data key for each holder of evidence (a case, or a post that waits for the digest), wrapped
-- by the master key. Erasing the key makes everything sealed under it unreadable for good.
create table evidence_holders (
    holder      text primary key,
    wrapped_key bytea,
    entries     bigint      not null default 0,
    head        bytea       not null,
    erased_at   timestamptz
);

-- What was captured, sealed; chained over salted hashes so that the chain can be checked without
-- the content, and the content cannot be guessed from the chain.
create table evidence (
    holder      text        not null references evidence_holders (holder),
    seq         bigint      not null,
    kind        text        not null,
    sealed      bytea       not null,
    salted_hash bytea       not null,
    chain       bytea       not null,
    recorded_at timestamptz not null,
    primary key (holder, seq)
);

create table cases (
    case_id         text primary key,
    reference       text        not null unique,
    type            text        not null,
    severity        text        not null,
    routes          text[]      not null,
    subject_id      text        not null,
    subject_role    text        not null,
    academy_id      text,
    targets         text[]      not null,
    state           text        not null,
    state_since     timestamptz not null,
    opened_at       timestamptz not null,
    due_at          timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    unreachable     boolean     not null default false,
    version         bigint      not null
);
create index cases_by_subject on cases (subject_id);
create index cases_by_state on cases (state);

create table case_posts (
    case_id    text not null references cases (case_id),
    post_id    text not null,
    account_id text not null,
    primary key (case_id, post_id)
);
create index case_posts_by_post on case_posts (post_id);

-- The claims without their words: those are in the evidence.
create table case_findings (
    case_id        text        not null references cases (case_id),
    finding_id     text        not null,
    post_id        text        not null,
    observation_id text        not null,
    clause         text        not null,
    severity       text        not null,
    advisory       boolean     not null,
    judged_at      timestamptz not null,
    primary key (case_id, finding_id)
);

create table case_decisions (
    case_id    text        not null references cases (case_id),
    seq        bigint      not null,
    outcome    text        not null,
    reason     text        not null,
    words      bytea       not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    primary key (case_id, seq)
);

create table case_timeline (
    entry_id bigint generated always as identity primary key,
    case_id  text        not null references cases (case_id),
    at       timestamptz not null,
    kind     text        not null,
    words    text        not null,
    actor    text
);
create index case_timeline_by_case on case_timeline (case_id, at, entry_id);

-- Findings too slight for a case: they wait for the digest, sealed, until they expire or join.
create table waiting_findings (
    event_id       text primary key,
    post_id        text        not null,
    account_id     text        not null,
    observation_id text        not null,
    severity       text        not null,
    clauses        text[]      not null,
    judged_at      timestamptz not null,
    expires_at     timestamptz not null
);
create index waiting_findings_by_post on waiting_findings (post_id);
create index waiting_findings_by_age on waiting_findings (expires_at);

-- Alerts in the order they arose in each case, so that a withdrawal never overtakes its alert.
create table alert_events (
    seq      bigint generated always as identity primary key,
    event_id text        not null unique,
    alert_id text        not null,
    case_id  text        not null references cases (case_id),
    type     text        not null,
    payload  bytea       not null,
    at       timestamptz not null,
    sent_at  timestamptz
);
create index alert_events_waiting on alert_events (case_id, seq) where sent_at is null;
