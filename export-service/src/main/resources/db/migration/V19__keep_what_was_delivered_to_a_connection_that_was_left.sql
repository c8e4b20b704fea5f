-- What an export delivered to a connection that it left: kept as an export that nobody sees, that has no connection and sends
-- nobody, so that opt-outs and erasures still reach that account, and that the export goes on from it when it is attached there
-- again. `former_of` is the export that left.
alter table export
  add column former_of uuid references export on delete cascade,
  add column left_at   timestamptz,
  add constraint export_former check ((former_of is null) = (left_at is null) and (former_of is null or connection_id is null));
create unique index export_former on export (former_of, ledger_connection_id) where former_of is not null;

drop index export_display_name_key;
create unique index export_display_name_key on export (lower(display_name)) where former_of is null;

-- It may wait for several connections at once: the one that it has, and those that it left.
drop index run_one_queued_per_export;
create unique index run_one_queued_per_export on run (export_id, purpose, connection_id) where status = 'QUEUED';
