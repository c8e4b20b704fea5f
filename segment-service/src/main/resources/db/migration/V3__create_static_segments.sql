-- A segment has a rule, or else the profiles listed here.
alter table segment alter column rule drop not null;

create table segment_profile (
    segment_number integer not null references segment (number) on delete cascade,
    profile_id text collate "C" not null,
    primary key (profile_id, segment_number)
);
create index segment_profile_by_segment on segment_profile (segment_number);
