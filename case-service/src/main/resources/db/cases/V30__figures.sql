-- When somebody who may decide a case first opened it.
alter table cases add column looked_at timestamptz;
update cases c set looked_at = (
    select min(a.at) from audit_entry a
    where a.action = 'case.read' and a.subject = 'case:' || c.reference);

-- The rule of the policy pack behind each claim; not known of older ones.
alter table case_findings add column rule text;

-- Of the event that began an alert: when the post was posted that made it, and how grave it is.
alter table alert_events add column posted_at timestamptz;
alter table alert_events add column severity text;
