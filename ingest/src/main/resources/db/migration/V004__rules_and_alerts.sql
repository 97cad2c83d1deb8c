-- Every version of every rule; a version is never changed.
create table rule_version (
    rule       text        not null,
    version    int         not null,
    indicator  text        not null,
    spec       jsonb       not null,
    deleted    boolean     not null default false,
    created_at timestamptz not null,
    created_by text        not null,
    primary key (rule, version)
);

create index rule_version_indicator on rule_version (indicator);

-- What the alert machine remembers of a rule between two evaluations.
create table alert_instance (
    rule      text        primary key,
    indicator text        not null,
    state     text        not null,
    deadline  timestamptz
);

create index alert_instance_deadline on alert_instance (deadline) where deadline is not null;

-- An episode as it stands.
create table alert_episode (
    id           text        primary key,
    rule         text        not null,
    indicator    text        not null,
    condition    text        not null,
    open         boolean     not null,
    active_at    timestamptz not null,
    version      bigint      not null,
    episode      text        not null,
    payload      text        not null
);

create index alert_episode_rule on alert_episode (rule, active_at desc);
create index alert_episode_active on alert_episode (active_at desc, id);

-- The audit trail: only appended.
create table alert_transition (
    id         bigint      generated always as identity primary key,
    episode    text        not null references alert_episode (id),
    at         timestamptz not null,
    transition text        not null
);

create index alert_transition_episode on alert_transition (episode, id);

create trigger alert_transition_append_only
    before update or delete or truncate on alert_transition
    for each statement execute function refuse_change();
