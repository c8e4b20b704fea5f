-- Whether another service did it, or the platform: nobody could tell from a name.
alter table audit_event add column by_machine boolean not null default false;
