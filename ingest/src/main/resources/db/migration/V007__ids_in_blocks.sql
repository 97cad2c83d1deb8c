-- Rows of the outbox and of the audit trail get their ids in blocks, so that they can be inserted many
-- at a time.
alter table outbox alter column id drop identity;
create sequence outbox_id increment by 64;
select setval('outbox_id', coalesce(max(id), 0) + 64) from outbox;

alter table alert_transition alter column id drop identity;
create sequence alert_transition_id increment by 50;
select setval('alert_transition_id', coalesce(max(id), 0) + 100) from alert_transition;

-- Inserts are grouped by table, so a transition may come before its episode within a transaction.
alter table alert_transition
    alter constraint alert_transition_episode_fkey deferrable initially deferred;
