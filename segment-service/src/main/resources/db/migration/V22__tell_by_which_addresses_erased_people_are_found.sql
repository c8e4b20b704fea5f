-- Addresses that erased people had, until export-service has heard of it: whom a destination has without its answer having told the
-- id is found there by nothing else.
alter table erasure_announcement add column addresses text[] not null default '{}';
