-- Contacts that an export made or changed and wants no more, where the operator chose that contacts of erased people are deleted: they are
-- in no ledger, and who they are is still to be found. Ids and keyed hashes, as in the ledger.
create table former_contact (
  connection_id uuid        not null,
  contact_id    text        not null,
  profile_id    text        not null,
  address       bytea       not null,
  left_at       timestamptz not null default now(),
  primary key (connection_id, contact_id, profile_id)
);
create index former_contact_profile on former_contact (profile_id);
