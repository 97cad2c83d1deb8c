-- Where each source stands: what its last answer was, and when it is due.
create table source_state (
    source          text        primary key,
    etag            text,
    last_modified   text,
    payload_sha256  text,
    last_stated_at  timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_error      text,
    last_run        uuid,
    drift           boolean     not null default false,
    rows            text[]      not null default '{}' -- keys of the last payload, for what vanishes
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
    error        text,
    problems     text        not null default '[]'
);

create index source_run_source on source_run (source, started_at desc);
