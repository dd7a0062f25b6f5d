-- How a document was read, as JSON; null where its reading was not traced.
alter table documents add column trace json;
