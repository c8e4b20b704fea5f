-- Which flag stood for a segment at a connection by exports that were removed: ours, when the segment is exported there again. Journeys
-- refer to it.
create table former_flag (
  connection_id uuid        not null,
  segment_id    uuid        not null,
  flag          text        not null,
  left_at       timestamptz not null default now(),
  primary key (connection_id, segment_id, flag)
);

create function keep_flags() returns trigger language plpgsql as $$
begin
  insert into former_flag (connection_id, segment_id, flag)
    select old.ledger_connection_id, segment_id, flag from audience_flag where export_id = old.id
    on conflict (connection_id, segment_id, flag) do update set left_at = excluded.left_at;
  return old;
end
$$;
-- Before those of the export go with it.
create trigger keep_flags before delete on export for each row execute function keep_flags();
