-- Ids that are addresses are found in whatever way they are written: the part before the @, of which ASCII letters are lowered
-- ("C"), brings the few that may be meant. Empty where no id is an address.
create index profile_by_local_part on profile (lower(split_part(profile_id, '@', 1))) where profile_id like '%@%';
