-- What a rule's condition reads beside its indicator, to find the rules that a change concerns. The
-- rules that are there already know the frontier only.
alter table rule_version add column kind text not null default 'FRONTIER';
alter table rule_version add column other text; -- the second indicator of a comparison

create index rule_version_other on rule_version (other) where other is not null;

-- When time alone will change what a rule's condition reads.
alter table alert_instance add column wake_at timestamptz;

create index alert_instance_wake on alert_instance (wake_at) where wake_at is not null;
