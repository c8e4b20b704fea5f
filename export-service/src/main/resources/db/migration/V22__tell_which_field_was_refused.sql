-- The field of the profile whose value the destination refused, where it said so: later runs say it too, though they do not send it.
alter table ledger add column rejected_field text;
