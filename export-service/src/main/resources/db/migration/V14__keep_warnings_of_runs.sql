-- What somebody should look at after a run, although it did all that it was to do.
create table run_warning (
  run_id     uuid not null references run on delete cascade,
  reason     text not null,
  segment_id uuid not null,
  detail     text not null,
  primary key (run_id, reason, segment_id)
);
