-- What a field is for, besides its type; and when a file last filled it (null: before this was noted, or never).
alter table field
    add column role text check (role in ('EMAIL', 'OPT_OUT')),
    add column last_filled_at timestamptz;

-- Who opted out. The person is a keyed hash of the profile's id (as in tombstone), so that this outlives the profile without
-- holding personal data. The source is the field that said so, or '' for an administrator: each is ended by itself. The
-- profile's id is there as long as the profile is.
create table opt_out (
    person bytea not null,
    source text collate "C" not null,
    since timestamptz not null,
    profile_id text collate "C",
    reason text,
    primary key (person, source)
);

-- The addresses that these people have or had since they opted out: keyed hashes of the canonical form, with another key.
create table opt_out_address (
    address bytea not null,
    person bytea not null,
    primary key (address, person)
);
create index opt_out_address_by_person on opt_out_address (person);

-- The addresses of people who were erased, by which they are known when they come back under another id.
create table erased_address (
    fingerprint bytea primary key,
    erased_at timestamptz not null
);

-- A fingerprint of the key of all these fingerprints: with another key nobody would be recognised.
create table erasure_key (
    id integer primary key check (id = 1),
    fingerprint bytea not null
);

-- When the opt-outs of profiles that were imported before there were opt-outs were taken over: one row, once.
create table opt_out_takeover (
    id integer primary key check (id = 1),
    done_at timestamptz not null
);

-- What an import made of opt-outs and of roles; and a hash of the file and of how it was read, by which it is known when it
-- comes again.
alter table profile_import
    add column opted_out bigint not null default 0,
    add column opt_outs_ended bigint not null default 0,
    add column opt_outs_unreadable bigint not null default 0,
    add column roles jsonb not null default '[]',
    add column content bytea;
create index profile_import_by_content on profile_import (content);
