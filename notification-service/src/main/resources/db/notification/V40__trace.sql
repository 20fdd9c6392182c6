-- The W3C traceparent that an alert came with, numbers alone; null where tracing is off.
alter table alert add column trace text;
