-- A deadline that the wait's end stopped was not kept by anybody: it has no object any more.
alter table union_space.complaint_deadline add column pointless boolean not null default false;
