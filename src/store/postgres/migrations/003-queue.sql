-- Documents that wait to be read. Who has taken one is told by an advisory lock of its number (document-queue.ts), which a worker that dies
-- lets go of with its connection, and not by a column.
create table queue (
  number integer generated always as identity primary key,
  document text not null,
  file text not null,
  sha256 text not null,
  tags json not null default '[]',
  year integer,
  collection text,
  state text not null default 'waiting' check (state in ('waiting', 'failed', 'done')),
  attempts integer not null default 0,
  problem text,
  queued_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index queue_waiting on queue (document, number) where state = 'waiting';
create unique index queue_once on queue (document, sha256) where state = 'waiting';

-- The files of the documents, where they are kept here, in parts. Such bytes do not get smaller by compression.
alter table documents add column sha256 text;
update documents set sha256 = substring(record::text from '"sha256":"([0-9a-f]{64})"');
create table file_parts (
  sha256 text not null,
  part integer not null,
  bytes bytea not null,
  primary key (sha256, part)
);
alter table file_parts alter column bytes set storage external;
