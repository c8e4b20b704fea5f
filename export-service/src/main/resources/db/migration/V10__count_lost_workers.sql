-- How many workers in a row fell silent with the run before it got on. One that ends whoever works on it must not end all.
alter table run add column lost_workers int not null default 0;
