-- A column of consents says yes where others say no: who opted out is read the other way round, and a file that does not say so
-- would end what the last one said.
alter table field add column turned_round boolean not null default false;
