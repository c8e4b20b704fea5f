-- What a run waits for, as the worker that holds it said last; with each renewal of its lease.
alter table run
    add waiting_for   text,
    add waiting_since timestamptz;
