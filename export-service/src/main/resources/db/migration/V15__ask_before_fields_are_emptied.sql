-- Which fields at Autopilot a contact is to have no value in, where the export empties what it delivered; and whether somebody
-- confirmed that a run may do so to most contacts.
alter table desired add column emptied text[] not null default '{}';
alter table run add column confirm_emptying boolean not null default false;
