-- A column of opt-outs keeps words that only its file uses (granted, denied). A file that does not say what they mean could not be read,
-- and would opt out everybody in it.
alter table field add column own_words boolean not null default false;
