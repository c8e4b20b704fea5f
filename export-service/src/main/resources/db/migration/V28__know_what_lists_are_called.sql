-- What the list of a segment was called when an export first used it: people look for it there by that. Unknown of lists from before.
alter table audience_list add column title text;
