-- Saved scenarios. What one said once stays: a change is another version, a deletion a mark.
create table scenario (
    id text primary key check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(id) <= 64),
    built_in boolean not null,
    fork_of text,
    created_at timestamptz not null,
    created_by text not null,
    deleted_at timestamptz,
    deleted_by text,
    check ((deleted_at is null) = (deleted_by is null))
);

create table scenario_version (
    scenario text not null references scenario,
    version integer not null check (version > 0),
    model text not null,
    -- As it was said.
    definition text not null,
    author text not null,
    created_at timestamptz not null,
    primary key (scenario, version)
);

create function scenario_version_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a version of a scenario is never changed';
end
$$;

create trigger scenario_version_stays before update or delete on scenario_version
    for each row execute function scenario_version_stays();

-- Which scenario a run is of.
alter table simulation add column scenario text;
alter table simulation add column scenario_version integer;
alter table simulation add check ((scenario is null) = (scenario_version is null));
create index simulation_of_scenario on simulation (scenario, scenario_version, created_at desc)
    where scenario is not null;
