-- By what segment-service is asked whether an address opted out, also when its profile is gone or has another one by now: an
-- opaque text that segment-service tells with each member (a keyed hash, whose key it alone has).
alter table desired add column opt_out_key text collate "C";
alter table ledger add column opt_out_key text collate "C";

-- Addresses that opted out and that none of the people has whom a run found, while it runs.
create table opted_out_address (
  run_id  uuid  not null,
  address bytea not null,
  primary key (run_id, address)
);
