-- Ids are compared byte by byte, so that the order of a stream is the same whatever the locale of the database.
create table profile (
    profile_id text collate "C" primary key,
    attributes jsonb not null,
    updated_at timestamptz not null
);

-- What is known of the attributes: a field keeps its type. The figures describe the profiles after the last import.
create table field (
    name text collate "C" primary key,
    type text not null check (type in ('STRING', 'NUMBER', 'BOOLEAN', 'DATE', 'DATETIME')),
    filled double precision not null default 0,
    distinct_estimate bigint not null default 0,
    email double precision not null default 0
);

create table profile_import (
    id uuid primary key,
    status text not null check (status in ('RUNNING', 'SUCCESSFUL', 'FAILED')),
    mode text not null check (mode in ('UPSERT', 'REPLACE')),
    received bigint not null default 0,
    inserted bigint not null default 0,
    updated bigint not null default 0,
    unchanged bigint not null default 0,
    removed bigint not null default 0,
    rejected bigint not null default 0,
    detail text,
    started_at timestamptz not null,
    started_by text not null,
    finished_at timestamptz,
    idempotency_key text,
    unique (started_by, idempotency_key)
);

create table import_reject (
    import_id uuid not null references profile_import on delete cascade,
    line bigint not null,
    reason text not null,
    detail text not null,
    primary key (import_id, line)
);

create table segment (
    id uuid primary key,
    -- Short name of the segment in membership arrays.
    number integer generated always as identity unique,
    display_name text not null,
    rule jsonb not null,
    status text not null check (status in ('ACTIVE', 'INACTIVE')),
    version bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null
);
create unique index segment_display_name on segment (lower(display_name));

create table refresh (
    id uuid primary key,
    -- Later refreshes have greater numbers; memberships are valid from one number until another.
    number integer generated always as identity unique,
    status text not null check (status in ('RUNNING', 'SUCCESSFUL', 'FAILED')),
    detail text,
    requested_at timestamptz not null,
    requested_by text not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempts integer not null default 0,
    idempotency_key text,
    unique (requested_by, idempotency_key)
);
create index refresh_running on refresh (number) where status = 'RUNNING';
create index refresh_successful on refresh (number desc) where status = 'SUCCESSFUL';

create table refresh_segment (
    refresh_id uuid not null references refresh on delete cascade,
    segment_id uuid not null references segment on delete cascade,
    version bigint not null,
    size bigint not null,
    joined bigint not null,
    departed bigint not null,
    primary key (refresh_id, segment_id)
);
create index refresh_segment_by_segment on refresh_segment (segment_id);

-- The segments that a profile is in, by their numbers; profiles in no segment have no row. A change closes the row and
-- opens another, so that a stream that takes hours reads one refresh from its first line to its last, in short
-- transactions. Rows that no stream can need any more are removed by the next refresh but one.
create table membership (
    profile_id text collate "C" not null,
    since integer not null,
    until integer,
    segments integer[] not null,
    primary key (profile_id, since)
);
create index membership_closed on membership (until) where until is not null;
