-- Who is not exported, and why, is asked several times in each run, and they are few.
create index desired_rejected on desired (run_id) where reason is not null;
