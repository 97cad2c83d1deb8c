-- The chronicle: milestones, policy thresholds and people's forecasts, one row per accepted statement,
-- only ever appended (ADR 0009). What stands, and which revision it is, is derived from these rows.

create table chronicle_statement (
    id           uuid        primary key, -- derived from the event's identity
    event_source text        not null,
    event_id     text        not null,
    kind         text        not null check (kind in ('MILESTONE', 'POLICY_THRESHOLD', 'FORECAST')),
    source       text        not null,
    entry        text        not null, -- names it within its source and kind
    stated_at    timestamptz not null,
    recorded_at  timestamptz not null unique,
    decision     text        not null check (decision in ('NEW', 'REVISED', 'UNCHANGED', 'LATE')),
    content      jsonb       not null  -- as it was told, checked and in its normal form
);

create index chronicle_statement_entry on chronicle_statement (entry, kind, source);

create trigger chronicle_statement_append_only
    before update or delete or truncate on chronicle_statement
    for each statement execute function refuse_change();

-- One row: the lock of its writers, and the recorded time of its newest statement.
create table chronicle_head (
    one              boolean     primary key default true check (one),
    last_recorded_at timestamptz not null default 'epoch'
);

insert into chronicle_head default values;
