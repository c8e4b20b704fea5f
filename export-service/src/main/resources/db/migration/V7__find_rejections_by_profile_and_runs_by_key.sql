-- An erasure asks which exports have rejected a profile, and which named it as the other one.
create index rejection_profile on rejection (profile_id);
create index rejection_other_profile on rejection (other_profile_id) where other_profile_id is not null;

-- Which run a caller means who repeats a request. A run that several wished for has several keys.
create table run_key (
  export_id       uuid not null references export on delete cascade,
  idempotency_key text not null,
  run_id          uuid not null references run on delete cascade,
  primary key (export_id, idempotency_key)
);
create index run_key_run on run_key (run_id);
insert into run_key (export_id, idempotency_key, run_id)
  select export_id, idempotency_key, id from run where idempotency_key is not null;
alter table run drop column idempotency_key;
