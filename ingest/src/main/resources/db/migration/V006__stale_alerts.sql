-- From when on what a rule's alert rests on counts as stale. Rules that are there already are looked
-- at once, which finds their moment.
alter table alert_instance add column stale_at timestamptz;

update alert_instance set stale_at = now();

create index alert_instance_stale on alert_instance (stale_at) where stale_at is not null;
