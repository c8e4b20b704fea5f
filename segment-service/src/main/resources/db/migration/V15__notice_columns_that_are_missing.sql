-- How many files came since a field was last filled that had no column for it; and which fields each file had columns for.
alter table field add column imports_without integer not null default 0;
alter table profile_import add column columns text[];
