-- Written in the transaction that removes a connection; gone when export-service has acknowledged it.
create table removal_notice (
  connection_id uuid primary key,
  exports text not null,
  detach uuid[] not null,
  remove uuid[] not null,
  by_subject text not null,
  by_name text not null,
  at timestamptz not null
);

grant select, insert, update, delete on removal_notice to "${service-role}";
