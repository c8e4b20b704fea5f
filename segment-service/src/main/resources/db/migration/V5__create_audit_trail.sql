-- Who changed what, when, from what to what. Rows are only ever added.
create table audit_entry (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    subject text not null,
    name text not null,
    action text not null,
    target_type text not null,
    target text not null,
    before jsonb,
    after jsonb
);
create index audit_entry_by_target on audit_entry (target, id);

create function refuse_to_change_audit() returns trigger language plpgsql as
$$begin raise exception 'the audit trail is append-only'; end$$;

create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_to_change_audit();
