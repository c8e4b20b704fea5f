-- Two administrators who change the role of a field at once: the later one hears of it, as with everything that is edited.
alter table field add column version bigint not null default 0;
