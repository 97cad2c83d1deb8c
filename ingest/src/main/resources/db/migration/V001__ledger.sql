-- The ledger: one row per accepted statement, only ever appended (ADR 0001).
-- What stands, what was superseded, and until when, is derived from these rows.

create table ledger_statement (
    id                uuid             primary key, -- derived from the event's identity
    event_source      text             not null,
    event_id          text             not null,
    source            text             not null,
    indicator         text             not null,
    external_id       text             not null,
    stated_at         timestamptz      not null,
    recorded_at       timestamptz      not null,
    decision          text             not null check (decision in ('NEW', 'REVISED', 'UNCHANGED', 'LATE', 'RETRACTED')),
    subject           jsonb,
    value             double precision,
    low               double precision,
    high              double precision,
    level             double precision,
    method            text,
    n                 bigint,
    qualifier         text,
    observed_on       date,
    precision         text,
    published_at      timestamptz,
    starting_point    text,
    evaluator         text,
    evidence          text,
    note              text,
    tags              jsonb,
    provenance        jsonb,
    retraction_reason text,
    retraction_text   text,
    check ((value is null) = (retraction_reason is not null)),
    check (value is null or (subject is not null and observed_on is not null and precision is not null)),
    check (low is null or low <= value),
    check (high is null or high >= value),
    unique (indicator, source, external_id, recorded_at)
);

create index ledger_statement_new on ledger_statement (recorded_at, id) where decision = 'NEW';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append only: % is refused', tg_op;
end $$;

create trigger ledger_statement_append_only
    before update or delete or truncate on ledger_statement
    for each statement execute function refuse_change();

-- One row per indicator: its lock, and the state as it was computed last.
create table indicator_head (
    indicator        text        primary key,
    version          bigint      not null default 0,
    last_recorded_at timestamptz not null default 'epoch',
    state            jsonb
);
