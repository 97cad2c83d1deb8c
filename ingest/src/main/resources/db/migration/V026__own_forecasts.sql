-- Every forecast of a crossing that was told with a state, with the ledger version that it knew.
create table own_forecast (
    indicator text             not null,
    made_on   date             not null,
    version   bigint           not null,
    threshold double precision not null,
    kept_at   timestamptz      not null default now(),
    forecast  jsonb            not null,
    primary key (indicator, made_on, version, threshold)
);

create trigger own_forecast_append_only
    before update or delete or truncate on own_forecast
    for each statement execute function refuse_change();
