-- How many ids on the list of a static segment had come before on it, when it was given last.
alter table segment add column duplicates integer not null default 0;
