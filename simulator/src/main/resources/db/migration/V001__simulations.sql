-- Monte Carlo runs: what was asked, how far they are, what came out.
create table simulation (
    id uuid primary key,
    model text not null,
    spec_version text not null,
    -- As it was asked, so that it can be asked again.
    request text not null,
    samples bigint not null check (samples > 0),
    blocks integer not null check (blocks > 0),
    -- How many blocks are handed out at once: a run is cut in one way, whoever cuts it again.
    chunk integer not null check (chunk > 0),
    done integer not null default 0 check (done >= 0 and done <= blocks),
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    created_at timestamptz not null,
    created_by text not null,
    deadline timestamptz not null,
    -- When it last came farther, or was handed out again.
    moved_at timestamptz not null,
    finished_at timestamptz,
    problem text,
    -- Text and not jsonb: equal runs have equal bytes.
    result text,
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((state = 'DONE') = (result is not null))
);

create index simulation_running on simulation (moved_at) where state = 'RUNNING';
create index simulation_created on simulation (created_at desc, id desc);

-- What parts of a running run gave. The part before the first block holds the sensitivities.
create table simulation_part (
    simulation uuid not null references simulation on delete cascade,
    first_block integer not null check (first_block >= -1),
    blocks integer not null check (blocks >= 0),
    summary bytea not null,
    primary key (simulation, first_block)
);
