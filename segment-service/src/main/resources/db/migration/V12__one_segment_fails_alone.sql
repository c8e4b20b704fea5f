-- A segment that a refresh could not compute: its members stayed what they were.
create table refresh_failure (
    refresh_id uuid not null references refresh on delete cascade,
    segment_id uuid not null references segment on delete cascade,
    version bigint not null,
    field text,
    detail text not null,
    primary key (refresh_id, segment_id)
);
create index refresh_failure_by_segment on refresh_failure (segment_id);
