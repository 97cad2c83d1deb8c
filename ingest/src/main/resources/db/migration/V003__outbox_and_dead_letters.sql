-- What a transaction wants to tell the world; rows are deleted once Kafka has them.
create table outbox (
    id         bigint      generated always as identity primary key,
    topic      text        not null,
    key        bytea,
    value      bytea,
    headers    jsonb       not null default '[]',
    created_at timestamptz not null default clock_timestamp()
);

-- Records that were refused, as they were received.
create table dead_letter (
    id           text        primary key, -- topic-partition-offset
    topic        text        not null,
    "partition"  int         not null,
    "offset"     bigint      not null,
    key          bytea,
    value        bytea,
    headers      jsonb       not null,
    stamped_at   timestamptz not null, -- the Kafka record's own time
    received_at  timestamptz not null,
    field        text        not null,
    reason       text        not null,
    event_source text,
    event_id     text,
    replayed_at  timestamptz,
    replayed_by  text
);

create index dead_letter_event on dead_letter (event_source, event_id);

-- What an accepted REST call has published, so that its sender can ask what became of it.
create table receipt (
    id         uuid        primary key,
    created_at timestamptz not null,
    event_ids  text[]      not null,
    source     text        not null
);
