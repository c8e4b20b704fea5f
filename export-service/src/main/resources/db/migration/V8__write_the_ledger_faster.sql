-- A row of the ledger is written for every contact, and found by its contact's id, which is random: for that a hash costs half
-- of what a tree does. That its export exists is known from the run that writes; to look it up again for each row cost a
-- third of the writing. A ledger goes with its export all the same.
drop index ledger_contact;
create index ledger_contact on ledger using hash (contact_id);

alter table ledger drop constraint ledger_export_id_fkey;

create function remove_ledger() returns trigger language plpgsql as $$
begin
  delete from ledger where export_id = old.id;
  return null;
end
$$;
-- After the runs are gone, by the constraints on them: whoever was still writing for one has ended by then.
create trigger remove_ledger after delete on export for each row execute function remove_ledger();

-- Whoever shares an address is found by putting all of them in groups, once a run, not by a tree that each row goes into.
drop index desired_address;
