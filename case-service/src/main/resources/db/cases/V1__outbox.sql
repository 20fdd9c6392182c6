-- Spring Modulith's registry of publications: the transactional outbox.
create table event_publication (
  id                     uuid primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion_date on event_publication (completion_date);

-- Two changes of one key are two events, never equal ones: the registry completes equal ones together.
create sequence table_change_number;

-- One row per key of a compacted topic. Who publishes a key holds its row until the broker has acknowledged.
create table published_key (
  topic   text not null,
  key     text not null,
  sent_at timestamptz not null,
  primary key (topic, key)
);
