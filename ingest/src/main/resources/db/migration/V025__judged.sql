-- Rules look at what an import brings once, at its end. Until then the version that its last row made
-- lies above the one up to which they were evaluated.
alter table indicator_head add column imported_version bigint not null default 0;
alter table indicator_head add column judged_version bigint not null default 0;
update indicator_head set imported_version = version where state_version < version;
