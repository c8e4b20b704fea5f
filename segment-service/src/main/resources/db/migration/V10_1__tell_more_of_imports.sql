-- A value that cannot be read costs itself, not its line: a rejection is of a line ('') or of one field of it.
alter table import_rejection add column field text collate "C" not null default '';
alter table import_rejection drop constraint import_reject_pkey;
alter table import_rejection add primary key (import_id, line, field);

-- How a file was read, what it asks before it does harm, and who sent it. The digest is of the bytes and of all parameters:
-- the same Idempotency-Key with something else is told apart by it.
alter table profile_import
    drop constraint profile_import_status_check,
    add constraint profile_import_status_check check (status in ('RUNNING', 'SUCCESSFUL', 'FAILED', 'CANCELED')),
    add column received_bytes bigint not null default 0,
    add column rejected_values bigint not null default 0,
    add column charset text,
    add column separator text,
    add column remarks jsonb not null default '[]',
    add column questions jsonb not null default '[]',
    add column request_digest bytea,
    add column started_by_subject text;
