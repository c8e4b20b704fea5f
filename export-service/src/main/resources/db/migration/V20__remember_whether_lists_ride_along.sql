-- Whether the account behind a connection puts contacts on a list by the bulk request that creates or changes them, as was seen
-- when the list was read back.
create table list_riding (
  connection_id uuid        primary key,
  taken         boolean     not null,
  seen_at       timestamptz not null
);
