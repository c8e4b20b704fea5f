-- Whether Autopilot tells the hooks that listen there of contacts which an export creates or updates.
alter table export add column notify_hooks boolean not null default false;
