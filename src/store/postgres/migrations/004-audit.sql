-- What became of documents, and by whom: rows are only added, in the transaction of the change.
create table audit (
  number integer generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  event text not null check (event in ('added', 'replaced', 'removed', 'renamed', 'moved')),
  actor text not null,
  document text not null,
  sha256 text not null,
  collection text
);

-- actor: who put it there, for the audit. edition: as JSON, of which other document it was noticed to be one when it was written.
alter table queue add column actor text not null default 'unknown';
alter table queue add column edition json;
