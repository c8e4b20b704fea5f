-- What the identity provider says against the export user; null: nothing, or nobody asked.
alter table connection add export_user_lapse text;
