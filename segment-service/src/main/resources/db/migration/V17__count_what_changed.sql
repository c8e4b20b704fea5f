-- Whose attributes, or places on lists, have changed since the last refresh, so that it need not look at everybody; without an
-- id it may be anybody. It has no key: whoever notes a change waits for nobody, and a refresh takes exactly what was
-- committed when it looked, however transactions overlap.
create table profile_change (
    profile_id text collate "C"
);

-- By which condition the members of a segment were found, as far as nobody has changed since; null for one that could not be
-- computed and kept its members. The rule is the same without the moment that dates are compared with. All rows are of the
-- refresh with this number, and the memberships hold exactly these segments. Without rows everybody is counted.
create table counted_segment (
    number integer primary key,
    refresh integer not null,
    condition bytea,
    rule bytea
);

-- Whoever changes profiles or lists and does not say that it notes whose itself, as an older version of the service or
-- somebody with psql, has changed everybody.
create function note_everybody() returns trigger language plpgsql as
$$begin
    if current_setting('insights.changes', true) is distinct from 'noted' then
        insert into profile_change (profile_id) values (null);
    end if;
    return null;
end$$;
create trigger profile_changes after insert or update or delete or truncate on profile
    for each statement execute function note_everybody();
create trigger segment_profile_changes after insert or update or delete or truncate on segment_profile
    for each statement execute function note_everybody();

-- Whether a segment was computed for everybody, and why, or only for those who had changed.
alter table refresh_segment
    add column counted text not null default 'FULL' check (counted in ('FULL', 'CHANGES')),
    add column reason text check (reason in ('FIRST', 'RULE', 'DATE', 'PROFILES'));
