-- The index in PostgreSQL. An edition is a document as one ingest left it: it is written once and then only taken out, so that
-- whoever has opened a revision finds the editions of that revision until the last of them has closed it.

create extension if not exists vector;
create extension if not exists fuzzystrmatch;

-- One row. revision: raised by each change, 0 before the first. key: of this index's advisory locks (locks.ts).
create table index_state (
  is_only boolean primary key default true check (is_only),
  revision integer not null default 0,
  key integer not null default floor(random() * 2147483647)::integer,
  changed_at timestamptz not null default now(),
  encoder text,
  dimensions integer,
  prefix_form text,
  passage_rules integer,
  summary_rules integer
);
insert into index_state default values;

-- Records are JSON as it was written, not jsonb, which keeps neither the order of the keys nor U+0000: their sums hold.
create table documents (
  edition integer generated always as identity primary key,
  id text not null,
  record json not null,
  summary json not null,
  passages integer not null,
  notes integer not null,
  -- Lengths for BM25, added up: the distinct words of each heading and of each text.
  heading_words bigint not null,
  text_words bigint not null,
  -- The first revision with it, and the first without it.
  added integer not null,
  removed integer
);
create unique index documents_current on documents (id) where removed is null;
create index documents_removed on documents (removed);

-- ordinal: in reading order, from 0.
create table passages (
  edition integer not null references documents on delete cascade,
  ordinal integer not null,
  id text not null,
  chapter text not null,
  kind text not null,
  matter text,
  path text[],
  pages integer[] not null,
  record json not null,
  sum text not null,
  primary key (edition, ordinal)
);
create index passages_id on passages (id);

create table notes (
  edition integer not null references documents on delete cascade,
  id text not null,
  record json not null,
  sum text not null,
  primary key (edition, id)
);

-- A table of its own: rows short enough to be read in one go when all are compared.
create table vectors (
  edition integer not null references documents on delete cascade,
  ordinal integer not null,
  embedding vector not null,
  primary key (edition, ordinal)
);

create table encodings (
  edition integer not null references documents on delete cascade,
  ordinal integer not null,
  hash text not null,
  token_vectors bytea not null,
  token_parts bytea not null,
  pieces text[] not null,
  primary key (edition, ordinal)
);
create index encodings_hash on encodings (hash);
-- Such vectors do not get smaller by compression.
alter table encodings alter column token_vectors set storage external;

-- How often a passage has a term in its heading and its text, and how many distinct words each of them has.
create table passage_terms (
  term text not null,
  edition integer not null references documents on delete cascade,
  ordinal integer not null,
  in_heading integer not null,
  in_text integer not null,
  heading_words integer not null,
  text_words integer not null,
  primary key (term, edition, ordinal)
);
create index passage_terms_edition on passage_terms (edition);

-- How many passages of an edition have a term in the heading, and in the text.
create table document_terms (
  term text not null,
  edition integer not null references documents on delete cascade,
  in_headings integer not null,
  in_texts integer not null,
  primary key (term, edition)
);
create index document_terms_edition on document_terms (edition);

-- Every term of any edition, for words that none has: typos.
create table vocabulary (
  term text primary key
);
create index vocabulary_length on vocabulary (length(term));

-- How many passages of an edition have a piece of the encoder's vocabulary.
create table document_pieces (
  piece text not null,
  edition integer not null references documents on delete cascade,
  passages integer not null,
  primary key (piece, edition)
);
create index document_pieces_edition on document_pieces (edition);
