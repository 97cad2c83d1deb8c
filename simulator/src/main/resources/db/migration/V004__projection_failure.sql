-- Why a scenario that publishes said nothing when it was last looked at; gone once it says
-- something.
create table projection_failure (
    scenario text primary key references scenario,
    version integer not null,
    failed_at timestamptz not null,
    reason text not null
);
