-- The postings of a term in an edition's passages, packed as store/keywords/postings.ts has them, with the lengths of the passages' fields
-- as store/keywords/varints.ts does: BM25 adds them up in the program. They take the place of a row for each passage and term, of which a
-- library of 100,000 passages had five millions. Editions of before are of other passage rules, which the program reads anew.
alter table document_terms add column postings bytea not null default '';
alter table documents add column lengths bytea not null default '';
drop table passage_terms;

-- The levels of an edition's token vectors, as store/token-codes.ts has them, in 16 bits each, the lower byte first; none where these are kept
-- in eight bits.
alter table documents add column levels bytea not null default '';
