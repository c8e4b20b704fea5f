-- The record of migrations stays the owner's; the service looks whether it is complete before it begins.
grant select on flyway_schema_history to "${service-role}";
