-- The same table as in the other services. Here some of what is done has no name: a refresh, an erasure.
create table audit_event (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    by_subject text not null,
    by_name text not null,
    by_machine boolean not null default false,
    action text not null,
    target text not null,
    display_name text,
    changes jsonb not null,
    request_id text
);
create index audit_event_target on audit_event (target, id);

-- What was written down so far: two pictures become what is different between them. Addresses in rules go.
insert into audit_event (id, at, by_subject, by_name, action, target, display_name, changes)
select id, at, subject, name,
    case action
        when 'segment.create' then 'SEGMENT_CREATED'
        when 'segment.edit' then 'SEGMENT_EDITED'
        when 'segment.duplicate' then 'SEGMENT_DUPLICATED'
        when 'segment.remove' then 'SEGMENT_REMOVED'
        when 'refresh.start' then 'REFRESH_STARTED'
        when 'refresh-schedule.change' then 'REFRESH_SCHEDULE_EDITED'
        when 'profile-import.start' then 'IMPORT_STARTED'
        when 'profile.erase' then 'PROFILE_ERASED'
        else action
    end,
    target,
    coalesce(after ->> 'displayName', before ->> 'displayName'),
    case action
        when 'segment.duplicate' then jsonb_build_object(
            'copyOf', jsonb_build_object('from', null, 'to', before ->> 'id'))
        when 'refresh.start' then '{}'
        when 'profile-import.start' then jsonb_build_object(
            'mode', jsonb_build_object('from', null, 'to', after ->> 'mode'))
        else coalesce((
            select jsonb_object_agg(key, jsonb_build_object(
                'from', regexp_replace(before ->> key, '"[^"]*@[^"]*"', '"•••@•••"', 'g'),
                'to', regexp_replace(after ->> key, '"[^"]*@[^"]*"', '"•••@•••"', 'g')))
            from (select jsonb_object_keys(coalesce(before, '{}'))
                  union select jsonb_object_keys(coalesce(after, '{}'))) as member (key)
            where before ->> key is distinct from after ->> key
                and key in ('displayName', 'rule', 'status', 'frequency', 'days', 'times', 'timeZone')), '{}')
    end
from audit_entry;

drop table audit_entry;

create trigger audit_event_is_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_to_change_audit();
