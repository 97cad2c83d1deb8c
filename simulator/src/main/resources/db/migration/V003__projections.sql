-- What was read from the ledger for a run, and which projection it makes.
alter table simulation add column readings text;
alter table simulation add column projection text;
alter table simulation add check (projection is null or scenario is not null);
-- Replicas that start the same run at once start one.
create unique index simulation_projection on simulation (projection)
    where state in ('RUNNING', 'DONE');

-- For those that are old enough to be forgotten.
create index simulation_finished on simulation (finished_at) where finished_at is not null;

-- The indicator that a scenario publishes under; no two have one.
alter table scenario add column publishes text;
create unique index scenario_publishes on scenario (publishes) where deleted_at is null;

-- The indicators that scenarios which publish are bound to.
create table scenario_input (
    scenario text not null references scenario,
    indicator text not null,
    primary key (scenario, indicator)
);
create index scenario_input_indicator on scenario_input (indicator);

-- The newest state of these that was seen: lower versions are dropped.
create table indicator_seen (
    indicator text primary key,
    version bigint not null
);

-- Scenarios whose inputs may have changed.
create table recalibration (
    scenario text primary key references scenario,
    due_at timestamptz not null,
    -- Rises with each reason to look, so that one that comes meanwhile is not forgotten.
    asked bigint not null default 1,
    attempts integer not null default 0
);
create index recalibration_due on recalibration (due_at);

-- What a scenario said of what the ledger held then.
create table projection (
    id uuid primary key,
    key text not null unique,
    scenario text not null references scenario,
    version integer not null,
    simulation uuid not null,
    spec_version text not null,
    readings text not null,
    made_at timestamptz not null,
    indicator text not null,
    -- Null where what was asked for comes out infinite or undefined.
    value double precision,
    low double precision,
    high double precision,
    level double precision,
    -- Quantiles of what was published, by share, as JSON.
    quantiles text not null,
    -- How it will be resolved, as JSON; null if nothing says so.
    resolution text
);
create index projection_scenario on projection (scenario, made_at desc, id);

create function projection_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a projection is never changed';
end
$$;

create trigger projection_stays before update or delete on projection
    for each row execute function projection_stays();

-- Projections that Kafka does not have yet.
create table projection_outbox (
    projection uuid primary key references projection,
    due_at timestamptz not null
);
