-- Exports are told apart by their names, whatever the case. Of those that share one the oldest keeps it.
do $$
declare
  another record;
  candidate text;
  number int;
begin
  for another in
    select id, display_name from (
      select id, display_name, row_number() over (partition by lower(display_name) order by id) as place from export) e
    where place > 1 order by id
  loop
    number := 2;
    loop
      candidate := rtrim(left(another.display_name, 99 - length(number::text))) || ' ' || number;
      exit when not exists (select from export where lower(display_name) = lower(candidate));
      number := number + 1;
    end loop;
    update export set display_name = candidate, version = version + 1 where id = another.id;
  end loop;
end
$$;
create unique index export_display_name_key on export (lower(display_name));

-- People are known by their subject; what they sign in with may be given to somebody else one day.
alter table export
  add column created_by_subject text,
  add column updated_by_subject text;
update export e set
  created_by_subject = coalesce((select by_subject from audit_event a where a.target = e.id::text
                                 and a.by_name = e.created_by order by a.id limit 1), e.created_by),
  updated_by_subject = coalesce((select by_subject from audit_event a where a.target = e.id::text
                                 and a.by_name = e.updated_by order by a.id desc limit 1), e.updated_by);
alter table export
  alter column created_by_subject set not null,
  alter column updated_by_subject set not null;

alter table run add column requested_by_subject text;
update run r set requested_by_subject = coalesce((select by_subject from audit_event a where a.target = r.export_id::text
                                                  and a.by_name = r.requested_by order by a.id desc limit 1), r.requested_by);
alter table run alter column requested_by_subject set not null;

-- What was asked for with a key: the same key with another wish is a mistake. Unknown for keys from before.
alter table run_key add column request text;
