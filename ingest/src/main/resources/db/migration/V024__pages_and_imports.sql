-- The rows of an indicator in the order of its list, so that a page of them costs a page. Byte order:
-- the same on every server, whatever its locale.
create index ledger_statement_by_date on ledger_statement
    (indicator, observed_on, source collate "C", external_id collate "C") where value is not null;

-- Withdrawals have no date of their own.
create index ledger_statement_withdrawn on ledger_statement
    (indicator, source collate "C", external_id collate "C") where value is null;

-- The values that an indicator's state holds, and the ledger time that it is of: they stand with the
-- state, so that who reads some rows need not judge all of them. Null: not known, or too many.
alter table indicator_head
    add column held    jsonb,
    add column held_at timestamptz;

-- Why an import does not go on at the moment, and when it is tried again.
alter table import_job
    add column problem  text,
    add column retry_at timestamptz;
