-- Nobody writes meanwhile: a provenance of a row that came between would be lost. In the order in which
-- writers take them.
lock table indicator_head, ledger_statement, eval_run_statement, eval_run, outbox in access exclusive mode;

-- Where a value was read is said once, and rows name it: it is the same for all that one reading
-- brought, and taking it as JSON with each row cost PostgreSQL as much as a row without its indexes.
create table provenance (
    id      uuid  primary key, -- derived from its content
    content jsonb not null
);

create trigger provenance_append_only
    before update or delete or truncate on provenance
    for each statement execute function refuse_change();

insert into provenance (id, content)
select distinct on (id) id, content from (
    select cast(md5(cast(provenance as text)) as uuid), provenance
    from ledger_statement where provenance is not null
    union all
    select cast(md5(cast(provenance as text)) as uuid), provenance from eval_run_statement
) said (id, content);

-- The parts of a subject are columns: nothing of it is JSON any more.
alter table ledger_statement
    add column model       text,
    add column developer   text,
    add column scaffold    text,
    add column released_on date,
    add column actor       text;

-- A change of types writes the table anew and is no change of a row, which its trigger would refuse.
-- No foreign key: it would be looked up for each row; who appends rows writes what they name before,
-- in the same transaction.
alter table ledger_statement
    alter column model type text using subject ->> 'model',
    alter column developer type text using subject ->> 'developer',
    alter column scaffold type text using subject ->> 'scaffold',
    alter column released_on type date using
        case jsonb_typeof(subject -> 'releasedOn')
            when 'array' then make_date(
                cast(subject -> 'releasedOn' ->> 0 as int),
                cast(subject -> 'releasedOn' ->> 1 as int),
                cast(subject -> 'releasedOn' ->> 2 as int))
            when 'string' then cast(subject ->> 'releasedOn' as date)
        end,
    alter column actor type text using subject ->> 'actor',
    alter column provenance type uuid using cast(md5(cast(provenance as text)) as uuid);

alter table ledger_statement
    drop column subject, -- and with it the check that it is there
    add check (value is null
        or (actor is not null and observed_on is not null and precision is not null));

alter table eval_run_statement
    alter column provenance type uuid using cast(md5(cast(provenance as text)) as uuid);

-- A state is kept as the text that was told: hundreds of kilobytes where a frontier is long, which
-- nobody asks for a part of but for what is measured of each, and which is written anew all the time.
alter table indicator_head
    add column told_value double precision, -- the frontier's last
    add column told_held  bigint;

update indicator_head set
    told_value = cast(state #>> '{frontier,-1,value}' as double precision),
    told_held = cast(state #>> '{counts,held}' as bigint)
where state is not null;

alter table indicator_head alter column state type text using cast(state as text);

-- Compressing such a text takes longer than writing it, and a row of the outbox lives for a moment.
alter table indicator_head alter column state set storage external;
alter table outbox alter column value set storage external;

-- Room beside each run for its next statement: what stands is then replaced within its page, and no
-- index is touched.
alter table eval_run set (fillfactor = 50);
