-- Append-only, and without a foreign key: it outlives the connection.
create table consent_record (
  id uuid primary key,
  connection_id uuid not null,
  action text not null,
  text_version int not null,
  language text not null,
  text_sha256 text not null,
  at timestamptz not null,
  by_subject text not null,
  by_name text not null
);

create index consent_record_connection on consent_record (connection_id, id);

revoke all on consent_record from "${service-role}";
grant select, insert on consent_record to "${service-role}";
