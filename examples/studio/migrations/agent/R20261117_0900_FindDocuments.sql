--@ revision 5c0ffee41122
--@ down     031b34b4dd30
--@ message  feat: find documents by their words
--@ labels   search
--@ created  2026-11-17T09:00

-- Each kind has its own way; SQLite gets a plain index on the title.
--@ upgrade sqlite
CREATE INDEX ix_document_words ON document (title COLLATE NOCASE);

--@ upgrade mysql
CREATE FULLTEXT INDEX ix_document_words ON document (title, content);

--@ upgrade postgresql
CREATE INDEX ix_document_words ON document
    USING gin (to_tsvector('english', title || ' ' || coalesce(content, '')));

--@ downgrade
DROP INDEX ix_document_words;

--@ downgrade mysql
DROP INDEX ix_document_words ON document;
