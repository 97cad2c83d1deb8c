-- Eval runs: one row per accepted statement, only ever appended, like the ledger's (ADR 0001).

create table eval_run_statement (
    id            uuid             primary key, -- derived from the event's identity
    event_source  text             not null,
    event_id      text             not null,
    source        text             not null,
    run_id        text             not null,
    suite         text             not null,
    agent         text             not null,
    task_id       text             not null,
    task_family   text,
    human_minutes double precision check (human_minutes > 0 and human_minutes < 'infinity'),
    score         double precision not null check (score between 0 and 1),
    started_at    timestamptz,
    completed_at  timestamptz,
    stated_at     timestamptz      not null,
    recorded_at   timestamptz      not null,
    decision      text             not null check (decision in ('NEW', 'REVISED', 'UNCHANGED', 'LATE')),
    provenance    jsonb            not null,
    check (completed_at >= started_at)
);

create trigger eval_run_statement_append_only
    before update or delete or truncate on eval_run_statement
    for each statement execute function refuse_change();

-- What stands of each run: its statement that is last in the order of statements. It follows from the
-- rows above, and is kept so that neither a writer nor a reader has to search them for it.
create table eval_run (
    source        text             not null,
    run_id        text             not null,
    statement     uuid             not null,
    event_source  text             not null,
    event_id      text             not null,
    stated_at     timestamptz      not null,
    suite         text             not null,
    agent         text             not null,
    task_id       text             not null,
    task_family   text,
    human_minutes double precision,
    score         double precision not null,
    started_at    timestamptz,
    completed_at  timestamptz,
    primary key (source, run_id)
);

create index eval_run_suite on eval_run (suite, agent, source, run_id);

-- A row for each partition that a run's id has by Kafka's own hash: its lock for writers, and the
-- recorded time of its newest statement. Replicas that share the topic's partitions then hardly ever
-- wait for each other, and a producer that hashes otherwise costs a wait, never a wrong decision.
create table eval_run_shard (
    shard            int         primary key,
    last_recorded_at timestamptz not null default 'epoch'
);

insert into eval_run_shard (shard) select generate_series(0, 11);
