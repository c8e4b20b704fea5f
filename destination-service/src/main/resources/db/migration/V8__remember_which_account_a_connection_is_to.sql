-- As the destination names it; null where it does not, or where nobody asked since.
alter table connection add account_id text;
