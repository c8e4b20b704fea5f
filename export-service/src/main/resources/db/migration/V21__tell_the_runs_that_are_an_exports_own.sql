-- Whether a run is about the export itself: what it sends, or that it is removed. The others only take people out who were erased,
-- or who opted out at a connection that the export left; they say nothing of how the export fares.
alter table run
    add own boolean generated always as (purpose not in ('ERASE', 'FORMER_CONNECTION')) virtual;
