-- Lists of cases are paged in the database before the rules of conflict are asked. A circle is the
-- academy, the role of who it is about, and the routes: cases of one circle come to the same
-- people, unless the case is unusual.
create function circle_of(academy_id text, subject_role text, routes text[]) returns text
    language sql immutable parallel safe
    return coalesce(academy_id, '') || '|' || subject_role || '|' || array_to_string(routes, '+');

alter table cases add column circle text
    generated always as (circle_of(academy_id, subject_role, routes)) stored;

-- Somebody who would decide may be conflicted: each such case is asked about by itself.
alter table cases add column unusual boolean
    generated always as (cardinality(targets) > 0
        or subject_role in ('HEAD', 'DSL', 'DEPUTY_DSL', 'EXECUTIVE_HEAD', 'CHAIR')) stored;

alter table cases add column severity_rank smallint
    generated always as (case severity when 'CRITICAL' then 0 when 'HIGH' then 1 else 2 end) stored;

create index cases_waiting on cases (circle, severity_rank, due_at, case_id)
    where state = 'SUGGESTED' and not unusual;
create index cases_waiting_unusual on cases (severity_rank, due_at, case_id)
    where state = 'SUGGESTED' and unusual;
create index cases_going_on on cases (circle, opened_at desc, case_id desc)
    where state not in ('SUGGESTED', 'ADVISED', 'NOT_A_CONCERN') and not unusual;
create index cases_newest on cases (circle, opened_at desc, case_id desc) where not unusual;
create index cases_newest_unusual on cases (opened_at desc, case_id desc) where unusual;
create index case_findings_by_clause on case_findings (case_id, clause);

-- Who has the card of a case before them. A lock that is over may be taken by anybody.
create table card_locks (
    case_id text        primary key references cases (case_id),
    held_by text        not null,
    since   timestamptz not null,
    until   timestamptz not null
);
create index card_locks_by_person on card_locks (held_by);

-- A decision that was taken back stays, and says so.
alter table case_decisions add column undone_at timestamptz;
create index case_decisions_by_day on case_decisions (decided_at desc, case_id, seq);
