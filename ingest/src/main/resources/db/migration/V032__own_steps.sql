-- How many steps a ledger of records was expected to bring in the year after a day, kept whenever the ledger was another
-- and at the beginning of each month, with the moment of the ledger that was known.
create table own_steps (
    indicator text        not null,
    made_on   date        not null,
    known_at  timestamptz not null,
    kept_at   timestamptz not null default statement_timestamp(),
    steps     jsonb       not null,
    primary key (indicator, known_at, made_on)
);

create trigger own_steps_append_only
    before update or delete or truncate on own_steps
    for each statement execute function refuse_change();
