-- The id by which a document that waits is listed, and cancelled, among the uploads of every server.
alter table queue add column upload uuid not null default gen_random_uuid();
