-- A file that says the same of who opted out is no newer than the first that did, whatever else is in it. What was known of whole
-- files (content) is no longer looked at.
alter table profile_import add column said bytea;
create index profile_import_by_said on profile_import (said) where said is not null;
