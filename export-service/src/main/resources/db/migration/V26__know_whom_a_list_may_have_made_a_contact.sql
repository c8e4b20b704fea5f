-- Whether the requests announced by asked_through only make or change contacts, whose lists are joined one by one afterwards.
alter table run add column asked_by_list boolean not null default false;
