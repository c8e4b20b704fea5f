-- Segments that export-service has asked for, because an export sends them, or did. Without it nothing hangs on them, so
-- that its silence keeps nobody from editing them. Of those that are there already nobody knows.
create table exported_segment (
    segment_id uuid primary key references segment on delete cascade
);
insert into exported_segment (segment_id) select id from segment;
