-- What stands of a run names its statement and has what runs are found by. All else of it stood here a second
-- time, and writing that cost PostgreSQL a fifth of what a run costs it.
lock table eval_run_lane, eval_run in access exclusive mode; -- in the order in which writers take them

create table standing_run (
    source    text not null,
    run_id    text not null,
    statement uuid not null, -- of eval_run_statement
    suite     text not null,
    agent     text not null
) with (fillfactor = 50); -- a run's next statement then takes its place within the page, and no index is touched

insert into standing_run (source, run_id, statement, suite, agent)
select source, run_id, statement, suite, agent from eval_run;

drop table eval_run;

alter table standing_run rename to eval_run;
alter table eval_run add constraint eval_run_pkey primary key (source, run_id);
-- All that is computed of runs is of a suite. An index of more columns, by which pages came in another order, cost as
-- much as the primary key for each run that comes in.
create index eval_run_suite on eval_run (suite);

create view standing_eval_run as
select r.source, r.run_id, r.suite, r.agent, s.task_id, s.task_family, s.human_minutes, s.score,
       s.started_at, s.completed_at, s.stated_at
from eval_run r join eval_run_statement s on s.id = r.statement;

analyze eval_run; -- new to whoever plans
