-- The W3C traceparent of the post's way, numbers alone, so that it goes on after the outbox; null
-- where tracing is off.
alter table alert_events add column trace text;
