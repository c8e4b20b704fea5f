-- What stands for a segment at a destination: a list with its id, or a flag of contacts with its name (a field or a tag).
alter table autopilot_list rename to audience_list;
alter index autopilot_list_pkey rename to audience_list_pkey;
alter table autopilot_field rename to audience_flag;
alter table audience_flag rename column field to flag;
alter index autopilot_field_pkey rename to audience_flag_pkey;

update run set reason = 'DESTINATION_UNAVAILABLE' where reason = 'AUTOPILOT_UNAVAILABLE';
update run set waiting_for = 'DESTINATION' where waiting_for = 'AUTOPILOT';
update desired set reason = 'REFUSED_BY_DESTINATION' where reason = 'REFUSED_BY_AUTOPILOT';
update rejection set reason = 'REFUSED_BY_DESTINATION' where reason = 'REFUSED_BY_AUTOPILOT';
update ledger set rejection = 'REFUSED_BY_DESTINATION' where rejection = 'REFUSED_BY_AUTOPILOT';
