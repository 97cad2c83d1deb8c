-- Files that somebody handed in, until all that they say is in the ledger.

create table import_job (
    id          uuid        primary key,
    format      text        not null,
    source      text,                       -- whose configuration a connector's format is read by
    name        text        not null,
    state       text        not null check (state in ('RECEIVING', 'VALIDATING', 'REJECTED', 'PUBLISHING', 'DONE')),
    bytes       bigint      not null default 0,
    sha256      text,
    created_at  timestamptz not null,
    created_by  text        not null,
    finished_at timestamptz,
    rows        bigint      not null default 0,
    published   bigint      not null default 0,
    faults      bigint      not null default 0,
    report      jsonb       not null default '[]',
    indicators  text[]      not null default '{}',
    attempts    integer     not null default 0, -- to check it
    kafka       text,                           -- the cluster that the offsets belong to
    offsets     jsonb       not null default '{}',
    outcomes    jsonb       not null default '{}'
);

create index import_job_open on import_job (created_at) where finished_at is null;

-- The file, cut into pieces, so that any replica can go on where one stopped. Gone when it is done.
create table import_piece (
    job    uuid    not null references import_job (id) on delete cascade,
    number integer not null,
    bytes  bytea   not null,
    primary key (job, number)
);
