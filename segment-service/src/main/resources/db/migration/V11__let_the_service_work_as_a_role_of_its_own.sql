-- From here on the service signs in as a role that does not own its tables, as in the other services. It may do everything
-- with the tables there are, and those that later migrations make, except what is taken away again.
grant select, insert, update, delete on all tables in schema public to "${service-role}";
grant usage on all sequences in schema public to "${service-role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${service-role}";
alter default privileges in schema public grant usage on sequences to "${service-role}";

-- A refresh analyzes what it rewrote; without this right PostgreSQL only warns, and plans with old figures.
grant maintain on membership to "${service-role}";

revoke all on audit_event from "${service-role}";
grant select, insert on audit_event to "${service-role}";

-- The record of migrations is the owner's; the service looks whether it is complete.
do $$
begin
  if current_user <> '${service-role}' then
    revoke all on flyway_schema_history from "${service-role}";
    grant select on flyway_schema_history to "${service-role}";
  end if;
end
$$;
