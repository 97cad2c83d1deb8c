-- What a reading held beside its rows' outcomes: observations and eval runs apart, columns and fields
-- that its connector does not ask for, and what it passed over.
alter table source_run
    add column observations int   not null default 0,
    add column eval_runs    int   not null default 0,
    add column unread       jsonb not null default '[]',
    add column passed_over  jsonb not null default '[]';

alter table import_job
    add column trace        jsonb  not null default '{}', -- what handed it in, as W3C's trace context
    add column observations bigint not null default 0,
    add column eval_runs    bigint not null default 0,
    add column unread       jsonb  not null default '[]',
    add column passed_over  jsonb  not null default '[]';

-- Names of a source's last reading that no alias file resolves.
create table source_unresolved_name (
    source text        not null,
    name   text        not null,
    rows   int         not null,
    since  timestamptz not null, -- the reading that had it first
    primary key (source, name)
);
