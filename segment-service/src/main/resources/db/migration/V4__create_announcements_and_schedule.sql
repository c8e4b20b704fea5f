-- Finished refreshes that export-service has to hear of, until it has acknowledged them.
create table announcement (
    refresh_id uuid primary key references refresh on delete cascade,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    acknowledged_at timestamptz,
    last_failure text
);
create index announcement_due on announcement (next_attempt_at) where acknowledged_at is null;

-- When refreshes start by themselves: one row. next_at is when the next one is due.
create table refresh_schedule (
    id integer primary key check (id = 1),
    frequency text not null check (frequency in ('OFF', 'DAILY', 'WEEKLY')),
    days text not null,
    times text not null,
    time_zone text not null,
    next_at timestamptz,
    version bigint not null,
    updated_at timestamptz,
    updated_by text
);
insert into refresh_schedule (id, frequency, days, times, time_zone, version) values (1, 'OFF', '', '', 'UTC', 0);
