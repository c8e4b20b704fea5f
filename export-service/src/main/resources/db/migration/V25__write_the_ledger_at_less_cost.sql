-- A run delivers people in the order of their ids, so that neighbours go into one page of a tree: half of what it costs to put each
-- into a page of a hash index, which had all contacts of one profile in one chain besides.
drop index ledger_profile;
create index ledger_profile on ledger (profile_id);

-- Each run asks twice who was found on lists, who are few where audiences are shown by fields.
create index ledger_found on ledger (export_id) where cardinality(found) > 0;
