-- What is left of erased profiles: HMAC-SHA-256 of the id with a key that is not in the database.
create table tombstone (
    fingerprint bytea primary key,
    erased_at timestamptz not null
);
