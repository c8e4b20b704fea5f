-- A contact at Autopilot is an address, not a profile: what is known of it goes on when another profile takes the address
-- over. `profile_id` is who speaks for the contact. Fields that have a value there by the doing of the export are `filled`.
delete from ledger where address is null;
alter table ledger drop constraint ledger_pkey;
update ledger l set
  memberships = array(select distinct s from ledger o cross join unnest(o.memberships) s
                      where o.export_id = l.export_id and o.address = l.address),
  joining = array(select distinct s from ledger o cross join unnest(o.joining) s
                  where o.export_id = l.export_id and o.address = l.address),
  found = array(select distinct s from ledger o cross join unnest(o.found) s
                where o.export_id = l.export_id and o.address = l.address),
  flags = array(select distinct s from ledger o cross join unnest(o.flags) s
                where o.export_id = l.export_id and o.address = l.address),
  flagging = array(select distinct s from ledger o cross join unnest(o.flagging) s
                   where o.export_id = l.export_id and o.address = l.address),
  fingerprint = null
where (export_id, address) in (select export_id, address from ledger group by 1, 2 having count(*) > 1);
delete from ledger l using ledger kept
where kept.export_id = l.export_id and kept.address = l.address
  and (kept.contact_id is null, kept.profile_id) < (l.contact_id is null, l.profile_id);
alter table ledger
  add primary key (export_id, address),
  add column filled text[] not null default '{}';
-- Erasures and questions about a profile look for its contacts.
create index ledger_profile on ledger using hash (profile_id);

-- Who of the desired has an address, asked for each contact of the ledger. Whether somebody opted out by this very profile.
create index desired_address on desired using hash (address);
alter table desired add column own_opt_out boolean not null default false;

-- Whether a value that was emptied at the source is emptied at Autopilot too.
alter table export add column clear_emptied boolean not null default false;

-- The most people that an export has had in the audience of a segment; a run that would have far more there asks first.
create table audience_peak (
  export_id  uuid   not null references export on delete cascade,
  segment_id uuid   not null,
  people     bigint not null,
  primary key (export_id, segment_id)
);
insert into audience_peak (export_id, segment_id, people)
  select l.export_id, s, count(distinct l.address)
  from ledger l cross join unnest(l.memberships || l.found || l.flags) as s
  where l.export_id in (select id from export) group by 1, 2;

alter table run add column confirm_growth boolean not null default false;
