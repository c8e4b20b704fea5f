-- The only place where an API key is. Removing the row destroys the data key, and with it the API key.
create table api_key (
  connection_id uuid primary key references connection (id),
  master_key_version int not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  fingerprint bytea not null
);

create unique index api_key_fingerprint_key on api_key (fingerprint);

-- One row: the key of the fingerprints.
create table fingerprint_key (
  id int primary key check (id = 1),
  master_key_version int not null,
  wrapped_key bytea not null
);

grant select, insert, update, delete on api_key to "${service-role}";
grant select, insert, update on fingerprint_key to "${service-role}";
