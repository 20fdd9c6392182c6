-- An investigation is its steps in their order. What is in a step is sealed with the case's key.
create table investigation_steps (
    case_id text        not null references cases (case_id),
    seq     bigint      not null,
    kind    text        not null,
    sealed  bytea       not null,
    done_by text        not null,
    done_at timestamptz not null,
    primary key (case_id, seq)
);

create table investigation_files (
    case_id text   not null,
    seq     bigint not null,
    sealed  bytea  not null,
    primary key (case_id, seq),
    foreign key (case_id, seq) references investigation_steps (case_id, seq)
);

-- Who was asked to look into a case that does not come to them by their role, and until when.
create table nominations (
    nomination_id text primary key,
    case_id       text        not null references cases (case_id),
    person_id     text        not null,
    nominated_by  text        not null,
    nominated_at  timestamptz not null,
    expires_at    timestamptz not null,
    why           bytea       not null,
    ended_at      timestamptz,
    ended_by      text
);
create index nominations_by_case on nominations (case_id);
create index nominations_by_person on nominations (person_id);

-- Who asked for which part of a case, and which way it has gone.
create table handovers (
    handover_id  text primary key,
    case_id      text        not null references cases (case_id),
    asked_by     text        not null,
    asked_at     timestamptz not null,
    request      bytea       not null,
    emergency    boolean     not null,
    second_by    text,
    second_at    timestamptz,
    withdrawn_at timestamptz,
    withdrawn_by text,
    bundle_hash  text,
    bundle_bytes bigint,
    bundled_at   timestamptz
);
create index handovers_by_case on handovers (case_id);

-- The bundle as it was made, once, in pieces that are sealed with the case's key.
create table handover_bundles (
    handover_id text  not null references handovers (handover_id),
    piece       int   not null,
    sealed      bytea not null,
    primary key (handover_id, piece)
);

create table handover_downloads (
    download_id bigint generated always as identity primary key,
    handover_id text        not null references handovers (handover_id),
    person_id   text        not null,
    at          timestamptz not null
);
create index handover_downloads_by_handover on handover_downloads (handover_id);
