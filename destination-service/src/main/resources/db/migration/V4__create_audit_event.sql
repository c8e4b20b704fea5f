-- Append-only, and without a foreign key: it outlives the connection.
create table audit_event (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  by_subject text not null,
  by_name text not null,
  action text not null,
  target text not null,
  display_name text not null,
  changes jsonb not null,
  request_id text
);

create index audit_event_target on audit_event (target, id);

revoke all on audit_event from "${service-role}";
grant select, insert on audit_event to "${service-role}";
