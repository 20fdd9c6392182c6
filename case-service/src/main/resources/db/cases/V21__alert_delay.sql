-- Of the event that began an alert: when the post was captured that made it, and when somebody
-- first had it. The delay between the two is measured once for each alert.
alter table alert_events add column captured_at timestamptz;
alter table alert_events add column reached_at timestamptz;
