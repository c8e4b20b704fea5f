-- Up to which profile a run may have asked Autopilot to set fields. What got no answer by the time its desired state is
-- cleared goes to the ledger then, as `flagging`; not each contact before it is sent, only to be changed right after.
alter table run add column asked_through text collate "C";
