-- Addresses that somebody had who was erased, encrypted, until it is done: whom a destination has without its answer having told the id
-- is found there by nothing else.
alter table erasure add column addresses bytea;
