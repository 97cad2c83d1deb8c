-- The version that an indicator's state is of: the rows of an import leave it behind until all are in.
alter table indicator_head add column state_version bigint not null default 0;
update indicator_head set state_version = version where state is not null;

-- Which rows of the ledger an episode rests on, so that a restated row finds it.
create table alert_evidence (
    statement uuid not null,
    episode   text not null,
    primary key (statement, episode)
);
insert into alert_evidence (statement, episode)
select distinct cast(found.statement as uuid), e.id
from alert_episode e,
     jsonb_array_elements_text(
         jsonb_path_query_array(cast(e.payload as jsonb), '$.**.observations[*]')) as found (statement);
