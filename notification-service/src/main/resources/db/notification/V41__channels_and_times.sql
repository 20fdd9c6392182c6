-- What the other channels and a person's digest need to know.
alter table recipient
    add column phone       text,
    add column digest_hour int not null default 7;

-- FIRST: the rung of a ladder. REMINDER: to whoever was told, once the due time is past. RAISED: to
-- the trust's contact, once the ladder ran out. `gathered`: it leaves with the person's digest.
-- `sent_as`: what the channel knows the message by, where that is not the delivery id (a digest).
-- `left_at`: when it was last handed to its channel. `receipt`: what the channel said later.
alter table delivery
    add column purpose    text    not null default 'FIRST'
        check (purpose in ('FIRST', 'REMINDER', 'RAISED')),
    add column gathered   boolean not null default false,
    add column sent_as    text,
    add column left_at    timestamptz,
    add column receipt    text,
    add column receipt_at timestamptz;
alter table delivery drop constraint delivery_alert_id_round_person_id_channel_key;
alter table delivery add constraint delivery_once
    unique (alert_id, round, person_id, channel, purpose);
create index delivery_gathered on delivery (person_id)
    where gathered and state in ('PENDING', 'SENDING');
create index delivery_left on delivery (person_id, channel, left_at);
create index delivery_sent_as on delivery (sent_as) where sent_as is not null;

-- When the service last reached its test contact; one row.
create table self_check (
    one            boolean primary key default true check (one),
    since          timestamptz not null,
    got_through_at timestamptz
);
