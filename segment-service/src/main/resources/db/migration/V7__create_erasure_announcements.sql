-- Erased profiles that export-service has to hear of. A row goes when it has: the id is personal data.
create table erasure_announcement (
    profile_id text collate "C" primary key,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null
);
create index erasure_announcement_due on erasure_announcement (next_attempt_at);
