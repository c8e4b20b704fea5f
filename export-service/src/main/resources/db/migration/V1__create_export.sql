-- An export declares a wish: this audience, with these fields, at that connection.
create table export (
  id            uuid primary key,
  display_name  text        not null,
  -- None while the export is detached. The other one is the last it had: the ledger is about that one.
  connection_id uuid,
  ledger_connection_id uuid not null,
  segment_ids   uuid[]      not null check (cardinality(segment_ids) > 0),
  data_matching jsonb       not null,
  opt_out_field text,
  audience_mode text        not null,
  -- Being removed: what it put at Autopilot is taken off first.
  removing      boolean     not null default false,
  version       bigint      not null,
  created_at    timestamptz not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  updated_by    text        not null
);
create index export_connection on export (connection_id);

-- A run makes Autopilot agree with an export. One worker at a time holds it, by a lease; the epoch fences the others.
create table run (
  id                  uuid primary key     default uuidv7(),
  export_id           uuid        not null references export on delete cascade,
  connection_id       uuid        not null,
  trigger             text        not null,
  purpose             text        not null default 'DELIVER',
  requested_by        text        not null,
  idempotency_key     text,
  confirm_removals    boolean     not null default false,
  status              text        not null,
  reason              text,
  detail              text,
  phase               text,
  done                bigint      not null default 0,
  total               bigint      not null default 0,
  profiles            bigint      not null default 0,
  eligible            bigint      not null default 0,
  rejected            bigint      not null default 0,
  contacts_upserted   bigint      not null default 0,
  contacts_unchanged  bigint      not null default 0,
  memberships_joined  bigint      not null default 0,
  memberships_left    bigint      not null default 0,
  requests            bigint      not null default 0,
  queued_at           timestamptz not null,
  started_at          timestamptz,
  finished_at         timestamptz,
  failures            int         not null default 0,
  next_attempt_at     timestamptz,
  -- Who works on it, or did last, and when it was given back.
  owner               text,
  released_at         timestamptz,
  epoch               bigint      not null default 0,
  lease_until         timestamptz,
  unique (export_id, idempotency_key)
);
create index run_export on run (export_id, id);
create index run_released on run (connection_id, released_at);
create index run_waiting on run (queued_at) where status in ('QUEUED', 'FAILED_RETRYING', 'PROCESSING');
-- All runs of one connection go one after the other, whatever the number of replicas.
create unique index run_one_per_connection on run (connection_id) where status = 'PROCESSING';
-- An export waits at most once for one purpose: a second wish for the same run joins the first.
create unique index run_one_queued_per_export on run (export_id, purpose) where status = 'QUEUED';

-- Who was not exported by a run, and why. A profile is named by its id.
create table rejection (
  run_id     uuid not null references run on delete cascade,
  profile_id text collate "C" not null,
  reason     text not null,
  other_profile_id text,
  primary key (run_id, profile_id)
);

-- What a run, or a preview, found in the segments while it goes on. Addresses are keyed hashes.
create table desired (
  run_id      uuid             not null,
  profile_id  text collate "C" not null,
  updated_at  timestamptz      not null,
  segment_ids uuid[]           not null,
  address     bytea,
  fingerprint bytea,
  reason      text,
  other_profile_id text,
  primary key (run_id, profile_id)
);
create index desired_address on desired (run_id, address);

-- What Autopilot has accepted from an export, per profile. No personal data: addresses and contacts are keyed hashes.
create table ledger (
  export_id            uuid             not null references export on delete cascade,
  profile_id           text collate "C" not null,
  contact_id           text,
  address              bytea,
  fingerprint          bytea,
  -- Segments on whose list the export put the contact; asked for but not yet answered; and found there already.
  memberships          uuid[]           not null default '{}',
  joining              uuid[]           not null default '{}',
  found                uuid[]           not null default '{}',
  -- Segments whose field the export set at the contact; and asked for but not yet answered.
  flags                uuid[]           not null default '{}',
  flagging             uuid[]           not null default '{}',
  rejection            text,
  rejected_fingerprint bytea,
  primary key (export_id, profile_id)
);
create index ledger_contact on ledger (contact_id) where contact_id is not null;

-- The list at Autopilot that stands for a segment of an export.
create table autopilot_list (
  export_id  uuid not null references export on delete cascade,
  segment_id uuid not null,
  list_id    text not null,
  primary key (export_id, segment_id)
);

-- The boolean field at Autopilot that stands for a segment of an export.
create table autopilot_field (
  export_id  uuid not null references export on delete cascade,
  segment_id uuid not null,
  field      text not null,
  primary key (export_id, segment_id)
);

-- Profiles that were erased and are not yet out of Autopilot, per export.
create table erasure (
  export_id    uuid             not null references export on delete cascade,
  profile_id   text collate "C" not null,
  requested_at timestamptz      not null,
  primary key (export_id, profile_id)
);

-- What is kept to prove an erasure. No personal data: the profile is a keyed hash. It outlives the export.
create table erasure_proof (
  export_id    uuid        not null,
  profile      bytea       not null,
  requested_at timestamptz not null,
  erased_at    timestamptz not null,
  outcome      text        not null
);
