-- Why a stated value is not to be relied upon. Such a row is the last word on its observation and
-- part of no result; a later statement without it lifts the mark.
alter table ledger_statement
    add column disputed text check (disputed is null or value is not null);
