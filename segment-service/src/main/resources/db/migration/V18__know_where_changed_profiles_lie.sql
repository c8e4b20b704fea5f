-- Where a changed profile lay when that was noted: what was there before it, in another place, need not be looked at to find it.
-- It may be elsewhere by now, and is then found by its id.
alter table profile_change add column place tid;
