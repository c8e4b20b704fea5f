-- A rule without any part was everybody, by accident or not. That has to be said outright now.
update segment set rule = replace(rule::text, '{"all": []}', '{"everybody": true}')::jsonb
where rule::text like '%{"all": []}%';

-- Whose days count in conditions on the age of a date; null for that of the installation.
alter table segment add column time_zone text;

-- People are known by their subject; what they sign in with may be given to somebody else one day.
alter table segment add column created_by_subject text, add column updated_by_subject text;
update segment set
    created_by_subject = coalesce((select by_subject from audit_event
        where target = segment.id::text and by_name = segment.created_by order by id limit 1), created_by),
    updated_by_subject = coalesce((select by_subject from audit_event
        where target = segment.id::text and by_name = segment.updated_by order by id desc limit 1), updated_by);
alter table segment alter column created_by_subject set not null, alter column updated_by_subject set not null;

-- What asked for a refresh: somebody, or the schedule, which is nobody.
alter table refresh add column trigger text not null default 'ON_DEMAND' check (trigger in ('ON_DEMAND', 'SCHEDULED'));
alter table refresh alter column trigger drop default;
alter table refresh add column requested_by_subject text;
update refresh set requested_by_subject = coalesce((select by_subject from audit_event
    where target = refresh.id::text and by_name = refresh.requested_by order by id limit 1), requested_by);
alter table refresh alter column requested_by drop not null;
update refresh set trigger = 'SCHEDULED', requested_by = null, requested_by_subject = null
where requested_by = 'schedule' and not exists (select from audit_event where target = refresh.id::text);
alter table refresh drop constraint refresh_requested_by_idempotency_key_key;
create unique index refresh_by_key on refresh (requested_by_subject, idempotency_key)
    where requested_by_subject is not null;
create unique index refresh_by_time on refresh (idempotency_key) where requested_by_subject is null;

alter table refresh_schedule rename column frequency to kind;
alter table refresh_schedule add column updated_by_subject text;
update refresh_schedule set updated_by_subject = coalesce((select by_subject from audit_event
    where target = 'refresh-schedule' and by_name = updated_by order by id desc limit 1), updated_by);

-- Members that were taken out between two refreshes, by an erasure or by a file that replaces all: so many, and in which
-- segments they were. The next refresh counts them among those who left.
create table departure (
    segments integer[] not null,
    profiles bigint not null
);
create function note_departures() returns trigger language plpgsql as
$$begin
    insert into departure (segments, profiles)
    select segments, count(*) from gone where until is null group by segments;
    return null;
end$$;
create trigger membership_departures after delete on membership referencing old table as gone
    for each statement execute function note_departures();
