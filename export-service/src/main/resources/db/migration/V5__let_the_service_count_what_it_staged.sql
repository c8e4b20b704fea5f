-- To analyze a table that is filled and emptied again takes a right of its own; without it PostgreSQL only warns, and
-- plans as if the table were empty.
grant maintain on desired to "${service-role}";
