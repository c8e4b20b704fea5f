-- A fingerprint of the key of the ledger's hashes: with another key over this database everybody would look like somebody who
-- left, and every export would stop because of that. The service writes it once and never changes it.
create table ledger_key (
    id          smallint primary key check (id = 1),
    fingerprint bytea not null
);
revoke update, delete, truncate on ledger_key from "${service-role}";
