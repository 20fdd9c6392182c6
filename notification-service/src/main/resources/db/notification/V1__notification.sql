-- Ids of events already taken: a repeat changes nothing. An acknowledgement may come twice, before
-- and after a hand-over, with one id, so the event's own time belongs to the key.
create table inbox (
    event_id text        not null,
    event_at timestamptz not null,
    taken_at timestamptz not null,
    primary key (event_id, event_at)
);
create index inbox_taken_at on inbox (taken_at);

-- How to reach a person; a copy of recipients.v1, least of it.
create table recipient (
    person_id    text primary key,
    email        text        not null,
    absent_until date,
    revision     bigint      not null,
    read_at      timestamptz not null
);

-- What needs somebody. `round` counts hand-overs, `step` is the last step of the ladder that was
-- told in this round, -1 before the first.
create table alert (
    alert_id   text primary key,
    case_id    text        not null,
    reference  text        not null,
    severity   text        not null,
    school     text        not null,
    due_at     timestamptz not null,
    link       text        not null,
    raised_at  timestamptz not null,
    state      text        not null check (state in
        ('OPEN', 'CARRIED', 'ACKNOWLEDGED', 'WITHDRAWN', 'SUPERSEDED', 'RAN_OUT')),
    round      int         not null default 0,
    step       int         not null default -1,
    reached_at timestamptz,
    changed_at timestamptz not null
);
create index alert_case_id on alert (case_id);
create index alert_open on alert (state) where state = 'OPEN';

-- One rung of a ladder and its message: this alert, this person, this channel. The unique key is
-- what makes a second message impossible.
create table delivery (
    delivery_id      text primary key,
    alert_id         text    not null references alert on delete cascade,
    round            int     not null,
    step             int     not null,
    wait_ms          bigint  not null,
    person_id        text    not null,
    channel          text    not null,
    state            text    not null check (state in
        ('WAITING', 'PENDING', 'SENDING', 'DELIVERED', 'REFUSED', 'STOPPED')),
    attempt          int     not null default 0,
    may_have_arrived boolean not null default false,
    due_at           timestamptz,
    next_at          timestamptz,
    unique (alert_id, round, person_id, channel)
);

-- The delivery log: every attempt, also those that a crash cut short (no outcome).
create table attempt (
    delivery_id text        not null references delivery on delete cascade,
    attempt     int         not null,
    repeat      boolean     not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     text check (outcome in ('DELIVERED', 'TRY_AGAIN', 'REFUSED')),
    detail      text,
    primary key (delivery_id, attempt)
);

-- Events that wait for the broker's acknowledgement.
create table outbox (
    seq       bigint generated always as identity primary key,
    type      text        not null,
    event_key text        not null,
    value     bytea       not null,
    event_at  timestamptz not null
);

-- Timers, in the shape that db-scheduler asks for.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
