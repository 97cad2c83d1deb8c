-- By whom and why a value is vouched for, so that the plausibility check does not hold it.
alter table ledger_statement
    add column confirmed text check (confirmed is null or value is not null);
