-- Writers of an indicator's forecasts take turns: of two the later statement is the later one, whichever
-- transaction began first.
alter table own_forecast alter column kept_at set default statement_timestamp();
