-- What shapes expected of an indicator, kept whenever it was another than before, with the moment of the ledger that
-- they knew.
create table own_shapes (
    indicator text        not null,
    made_on   date        not null,
    known_at  timestamptz not null,
    kept_at   timestamptz not null default statement_timestamp(),
    shapes    jsonb       not null,
    primary key (indicator, known_at, made_on)
);

create trigger own_shapes_append_only
    before update or delete or truncate on own_shapes
    for each statement execute function refuse_change();

-- Since when the categories of the automation index are what they are: a row whenever a start found others.
create table categories_version (
    recorded_at timestamptz not null default clock_timestamp(),
    digest      text        not null,
    primary key (recorded_at, digest)
);

create trigger categories_version_append_only
    before update or delete or truncate on categories_version
    for each statement execute function refuse_change();
