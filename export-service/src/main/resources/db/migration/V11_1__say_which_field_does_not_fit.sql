-- Which field of a profile has the value that does not fit.
alter table desired add column field text;
alter table rejection add column field text;
