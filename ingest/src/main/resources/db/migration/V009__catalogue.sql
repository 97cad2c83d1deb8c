-- Every version of every entry of the catalogue; a version is never changed.
create table indicator_version (
    indicator   text        not null,
    version     int         not null,
    spec        jsonb       not null,
    origin      text        not null check (origin in ('BUILT_IN', 'FOLDER', 'REST')),
    recorded_at timestamptz not null,
    recorded_by text        not null,
    primary key (indicator, version)
);

create function refuse_change_of_catalogue() returns trigger language plpgsql as $$
begin
    raise exception 'a version of the catalogue stays as it is: % is refused', tg_op;
end $$;

create trigger indicator_version_append_only
    before update or delete or truncate on indicator_version
    for each statement execute function refuse_change_of_catalogue();
