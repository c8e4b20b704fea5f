-- When an export runs by itself. next_fire_at is null when it does not by the clock; last_fire_at never goes back, so
-- that a time which was fired is not fired again, whatever the clock of a replica says and however the schedule is edited.
alter table export
  add column schedule     jsonb not null default '{"kind": "SYSTEM_REFRESH"}',
  add column next_fire_at timestamptz,
  add column last_fire_at timestamptz;
alter table export alter column schedule drop default;
create index export_due on export (next_fire_at) where next_fire_at is not null;

-- What a run stands for, if it did not come from a person: the latest time of the schedule, the latest refresh.
alter table run
  add column scheduled_for timestamptz,
  add column refresh_id    uuid;
create unique index run_one_per_scheduled_time on run (export_id, scheduled_for);
create index run_finished on run (finished_at) where finished_at is not null;

-- Refreshes that were announced, each once however often it is told. None of its segments: it was about all of them.
create table handled_refresh (
  refresh_id   uuid primary key,
  started_at   timestamptz,
  finished_at  timestamptz not null,
  outcome      text        not null,
  segment_ids  uuid[]      not null,
  received_at  timestamptz not null,
  queued       int         not null,
  skipped      int         not null
);
create index handled_refresh_finished on handled_refresh (finished_at);

-- What a request to run all exports was answered, for when it is repeated.
create table run_all (
  requested_by    text        not null,
  idempotency_key text        not null,
  answer          jsonb       not null,
  requested_at    timestamptz not null,
  primary key (requested_by, idempotency_key)
);

-- Notices of ended runs, one per run, until the receiver has acknowledged them.
create table notice (
  run_id          uuid primary key references run on delete cascade,
  attempts        int         not null default 0,
  next_attempt_at timestamptz,
  delivered_at    timestamptz,
  last_failure    text
);
create index notice_due on notice (next_attempt_at) where next_attempt_at is not null;
