-- An Idempotency-Key is its sender's own, and people are known by their subject, as in refreshes: two may have one name, and
-- whoever is renamed finds their keys again. Imports from before subjects were kept (V10_1) get the one that the audit trail
-- has for them.
update profile_import i set started_by_subject = (
    select by_subject from audit_event a
    where a.target = i.id::text and a.action = 'IMPORT_STARTED' and a.by_name = i.started_by
    order by a.id limit 1)
where started_by_subject is null;

alter table profile_import drop constraint profile_import_started_by_idempotency_key_key;

-- Somebody who was renamed may have used a key under both names. A request that is repeated now is the latest: that import
-- keeps the key. The others stay, without one.
update profile_import set idempotency_key = null
where id in (
    select id from (
        select id, row_number() over (
            partition by started_by_subject, idempotency_key order by started_at desc, id desc) as place
        from profile_import where started_by_subject is not null and idempotency_key is not null) numbered
    where place > 1);

create unique index profile_import_by_key on profile_import (started_by_subject, idempotency_key)
    where started_by_subject is not null;

-- Where nothing tells the subject, the name is all that is known of who sent the file. Its key is still found by that name:
-- who repeats a request after this migration must not have it done twice. Nothing new comes to be here.
create unique index profile_import_by_key_and_name on profile_import (started_by, idempotency_key)
    where started_by_subject is null;
