-- One word for one idea, in the API, the code and the tables.
alter table import_reject rename to import_rejection;
