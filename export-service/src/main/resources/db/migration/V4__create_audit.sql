-- Append-only, and without a foreign key: it outlives the export.
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

-- From here on the service signs in as a role that does not own its tables, so that it cannot rewrite history. It may do
-- everything with the tables there are, and those that later migrations make, except what is taken away again.
grant select, insert, update, delete on all tables in schema public to "${service-role}";
grant usage on all sequences in schema public to "${service-role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${service-role}";
alter default privileges in schema public grant usage on sequences to "${service-role}";

revoke all on audit_event from "${service-role}";
grant select, insert on audit_event to "${service-role}";

-- The record of migrations is the owner's.
do $$
begin
  if current_user <> '${service-role}' then
    revoke all on flyway_schema_history from "${service-role}";
  end if;
end
$$;
