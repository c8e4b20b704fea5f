-- A contact is looked for by its id, and the contacts of a profile, in the ledger of an export, and now and then in all of them, which
-- PostgreSQL 18 does export by export. With the export first, a run writes into its own part of each index, which stays in memory,
-- and not into pages of all exports.
drop index ledger_contact;
create index ledger_contact on ledger (export_id, contact_id);
drop index ledger_profile;
create index ledger_profile on ledger (export_id, profile_id);
