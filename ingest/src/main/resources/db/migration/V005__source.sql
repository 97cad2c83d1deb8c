-- Where each source stands: what its last answer was, and when it is due.
create table source_state (
    source            text        primary key,
    url               text,                         -- of the last payload; the validators belong to it
    connector_version text,                         -- that mapped the last payload
    etag              text,
    last_modified     text,
    payload_sha256    text,
    last_stated_at    timestamptz,
    last_success_at   timestamptz,
    last_failure_at   timestamptz,
    last_error        text,
    last_run          uuid,
    rows_missing      boolean     not null default false, -- too many vanished to be withdrawn
    form_changed      boolean     not null default false, -- the last run could not read the form
    rows              text[]      not null default '{}'   -- keys of the last payload, for what vanishes
);

create table source_run (
    id           uuid        primary key,
    source       text        not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    read         int         not null default 0,
    new          int         not null default 0,
    revised      int         not null default 0,
    unchanged    int         not null default 0,
    retracted    int         not null default 0,
    refused      int         not null default 0,
    not_modified boolean     not null default false,
    error        text
);

create index source_run_source on source_run (source, started_at desc);
create index source_run_open on source_run (source) where finished_at is null;
