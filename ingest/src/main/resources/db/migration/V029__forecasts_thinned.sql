-- Of each day only the last word of a forecast is scored. What was superseded on its own day may go, and nothing else.

-- Writers of an indicator's forecasts take turns: of two the later statement is the later one, whichever
-- transaction began first.
alter table own_forecast alter column kept_at set default statement_timestamp();

drop trigger own_forecast_append_only on own_forecast;

create trigger own_forecast_append_only
    before update or truncate on own_forecast
    for each statement execute function refuse_change();

create function keep_last_forecast() returns trigger language plpgsql as $$
begin
    if not exists (
            select from own_forecast later
            where later.indicator = old.indicator and later.made_on = old.made_on
              and later.threshold = old.threshold and later.version > old.version) then
        raise exception 'the last forecast of a day is kept: delete is refused';
    end if;
    return old;
end $$;

create trigger own_forecast_last_of_a_day
    before delete on own_forecast
    for each row execute function keep_last_forecast();

delete from own_forecast it
where exists (
    select from own_forecast later
    where later.indicator = it.indicator and later.made_on = it.made_on
      and later.threshold = it.threshold and later.version > it.version);
