-- Since when a rule asks what it asks: an edit of its words or its patience does not move it.
alter table rule_version add column asked_since timestamptz;
update rule_version set asked_since = created_at;
alter table rule_version alter column asked_since set not null;
