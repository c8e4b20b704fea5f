-- What export-service must be told: written in the transaction of the change that it tells of, gone when acknowledged.
create table notice (
  id uuid primary key,
  connection_id uuid not null,
  kind text not null,
  body text not null,
  at timestamptz not null,
  request_id text
);

create index notice_connection on notice (connection_id);

grant select, insert, update, delete on notice to "${service-role}";
