-- How many people opt-outs and erasures took out of an audience since it was last big enough to be guarded: guards against
-- mass removal count them as if they were still there. The segment of zeros stands for the audience of all segments.
create table audience_gone (
  export_id  uuid   not null references export on delete cascade,
  segment_id uuid   not null,
  people     bigint not null,
  primary key (export_id, segment_id)
);
