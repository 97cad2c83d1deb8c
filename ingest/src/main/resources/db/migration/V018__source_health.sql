-- How a source does: whether its address still holds anything, and since when it is read at all.
alter table source_state
    add column gone         boolean     not null default false, -- the last run found nothing there
    add column first_run_at timestamptz;

update source_state
set first_run_at = (select min(started_at) from source_run where source_run.source = source_state.source);
