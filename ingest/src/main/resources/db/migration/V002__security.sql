create table account (
    user_name       text primary key,
    role            text not null check (role in ('viewer', 'analyst', 'admin')),
    password_hash   text not null,
    failed_attempts int  not null default 0,
    locked_until    timestamptz
);

-- A row without a name is a log-in.
create table api_token (
    id         uuid        primary key,
    name       text,
    user_name  text        not null,
    role       text        not null check (role in ('viewer', 'analyst', 'admin')),
    sha256     text        not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
