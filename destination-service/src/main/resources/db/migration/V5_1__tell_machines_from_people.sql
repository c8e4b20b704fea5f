-- Whether another service did it, or the platform: nobody could tell from a name. These two actions no person can do.
alter table audit_event add column by_machine boolean not null default false;
update audit_event set by_machine = true where action in ('API_KEY_HANDED_OUT', 'CONNECTION_NEEDS_ATTENTION');
