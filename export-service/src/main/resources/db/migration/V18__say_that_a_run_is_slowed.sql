-- Requests a second that throttling left a run, as the worker that holds it said last; null at full pace.
alter table run
    add slowed_to float8;
