-- Until when an upstream asked to be left alone.
alter table source_state add column not_before timestamptz;
