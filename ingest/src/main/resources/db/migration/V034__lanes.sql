-- Writers of eval runs lock lanes, eight in each of the topic's partitions, instead of whole partitions: two that
-- share a partition's records then do not wait for each other. Under a name of its own, so that nobody goes on to
-- lock by the old one.
create table eval_run_lane (
    lane             int         primary key,
    last_recorded_at timestamptz not null -- of the newest statement in it
) with (fillfactor = 20); -- replaced within its page, many times a second

insert into eval_run_lane (lane, last_recorded_at)
select lane, coalesce((select max(last_recorded_at) from eval_run_shard), 'epoch')
from generate_series(0, 95) as lane;

drop table eval_run_shard;
