=== tables, as the entities say
INSERT INTO customer (id, street, zip) VALUES (1, 'High Street', '12345'), (2, 'Low Street', NULL);
INSERT INTO product (id, amount, price, name) VALUES (1, 10, 9.99, 'pen'), (2, 0, NULL, 'ink');
INSERT INTO purchases (id, customer_id, number_, note, reference) VALUES (1, 1, 100, 'first', 'a'), (2, 1, 101, NULL, 'b');
INSERT INTO category (code, parent_code) VALUES ('all', NULL), ('some', 'all');
INSERT INTO checked (id, low, high, word) VALUES (1, 1, 2, 'a');
INSERT INTO defaulted (id) VALUES (1);
INSERT INTO enums (id, ordinal, size, colour) VALUES (1, 1, 'SMALL', 'RED');
INSERT INTO byidentity (name) VALUES ('one'), ('two');
INSERT INTO human (id, created_at, name) VALUES (1, TIMESTAMP WITH TIME ZONE '2020-01-02 03:04:05Z', 'Ann');
INSERT INTO employee (human_id, salary) VALUES (1, 1000.50);

### a table more
CREATE TABLE scribble (id integer, what varchar);
- table scribble  id, what

### a table more that refers to others and has an index
CREATE TABLE scribble (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer bigint REFERENCES customer ON DELETE CASCADE, what varchar(20));
CREATE INDEX scribble_what ON scribble (what);
- table scribble  id, customer, what

### a table less
DROP TABLE oddments;
+ table oddments  id, address, currency, locale, serialized, type, url

### a table less that others refer to
DROP TABLE circle CASCADE;
+ foreign key square.fk_square_within_id  (within_id) references circle (id)
+ table circle  id, label, radius

### a family of tables less
DROP TABLE invoice_product;
DROP TABLE reference;
DROP TABLE referenced;
+ table invoice_product  invoice_id, customer_id, products_id, lines_id
+ table reference  id, pair_first, pair_second, natural_isbn
+ table referenced  id, isbn_unique

### a table renamed
ALTER TABLE oddments RENAME TO odds_and_ends;
+ table oddments  id, address, currency, locale, serialized, type, url
- table odds_and_ends  id, address, currency, locale, serialized, type, url
? table odds_and_ends -> oddments

### a table renamed in case only
ALTER TABLE oddments RENAME TO "Oddments";
+ table oddments  id, address, currency, locale, serialized, type, url
- table Oddments  id, address, currency, locale, serialized, type, url
? table Oddments -> oddments

### a table with rows copied away, as before a risky change
CREATE TABLE customer_backup_20240101 AS SELECT * FROM customer;
- table customer_backup_20240101  latitude, longitude, work_latitude, work_longitude, id, zip, work_street, street, work_zip

### a column more
ALTER TABLE product ADD COLUMN colour varchar(20);
- column product.colour  VARCHAR(20)

### a column more, not null with a default
ALTER TABLE product ADD COLUMN weight numeric(8,3) DEFAULT 1.5 NOT NULL;
- column product.weight  NUMERIC(8, 3) not null default 1.5

### a column more, with an index and a key
ALTER TABLE product ADD COLUMN maker bigint;
ALTER TABLE product ADD CONSTRAINT product_maker_fk FOREIGN KEY (maker) REFERENCES customer (id);
CREATE INDEX product_maker ON product (maker);
- column product.maker  BIGINT
- foreign key product.product_maker_fk  (maker) references customer (id)
- index product.product_maker  (maker)

### a column less
ALTER TABLE customer DROP COLUMN work_street;
+ column customer.work_street  VARCHAR(50)

### a column less, not null, of a table without rows
ALTER TABLE texts DROP COLUMN named;
+ column texts.named  VARCHAR(80) not null

### a column less, with its default
ALTER TABLE defined DROP COLUMN text;
+ column defined.text  VARCHAR(30) not null default 'x'

### a column less, of a unique key and an index
ALTER TABLE purchases DROP CONSTRAINT uq_purchase_reference;
ALTER TABLE purchases DROP COLUMN reference;
+ column purchases.reference  VARCHAR(20)
+ unique constraint purchases.uq_purchase_reference  (customer_id, reference)
* rows

### a column renamed
ALTER TABLE customer ALTER COLUMN street RENAME TO road;
+ column customer.street  VARCHAR(255)
- column customer.road  VARCHAR(255)
? column customer.road -> street

### a column renamed in case only
ALTER TABLE customer ALTER COLUMN street RENAME TO "Street";
+ column customer.street  VARCHAR(255)
- column customer.Street  VARCHAR(255)
? column customer.Street -> street

### a column dropped, and another added that looks like it
ALTER TABLE customer DROP COLUMN work_street;
ALTER TABLE customer ADD COLUMN work_road varchar(50);
+ column customer.work_street  VARCHAR(50)
- column customer.work_road  VARCHAR(50)
? column customer.work_road -> work_street

### a longer text
ALTER TABLE product ALTER COLUMN name VARCHAR(250) NOT NULL;
~ column product.name: type  VARCHAR(250) -> VARCHAR(60)

### a shorter text
ALTER TABLE customer ALTER COLUMN street VARCHAR(100);
~ column customer.street: type  VARCHAR(100) -> VARCHAR(255)

### a varchar turned into clob
ALTER TABLE customer ALTER COLUMN street CLOB;
~ column customer.street: type  CLOB -> VARCHAR(255)

### a varchar without a length
ALTER TABLE customer ALTER COLUMN street VARCHAR;
~ column customer.street: type  VARCHAR -> VARCHAR(255)

### a varchar that ignores case
ALTER TABLE customer ALTER COLUMN street VARCHAR_IGNORECASE(255);
~ column customer.street: type  VARCHAR_IGNORECASE(255) -> VARCHAR(255)

### a clob turned into varchar
ALTER TABLE texts ALTER COLUMN longest VARCHAR(4000);
~ column texts.longest: type  VARCHAR(4000) -> CLOB

### a char turned into varchar
ALTER TABLE defined ALTER COLUMN code VARCHAR(3);
~ column defined.code: type  VARCHAR(3) -> CHAR(3)

### more precision
ALTER TABLE employee ALTER COLUMN salary SET DATA TYPE numeric(40,4);
~ column employee.salary: type  NUMERIC(40, 4) -> NUMERIC(38, 2)

### less scale
ALTER TABLE numbers ALTER COLUMN price SET DATA TYPE numeric(12,1);
~ column numbers.price: type  NUMERIC(12, 1) -> NUMERIC(12, 3)

### another scale of what a computed column reads
ALTER TABLE product DROP COLUMN total;
ALTER TABLE product ALTER COLUMN price SET DATA TYPE numeric(12,4);
ALTER TABLE product ADD COLUMN total numeric(20,2) GENERATED ALWAYS AS (price * 2);
~ column product.price: type  NUMERIC(12, 4) -> NUMERIC(10, 2)

### an integer widened
ALTER TABLE checked ALTER COLUMN high SET DATA TYPE bigint;
~ column checked.high: type  BIGINT -> INTEGER

### a bigint narrowed
ALTER TABLE purchases ALTER COLUMN number_ SET DATA TYPE integer;
~ column purchases.number_: type  INTEGER -> BIGINT

### an integer for a text
ALTER TABLE purchases ALTER COLUMN number_ SET DATA TYPE varchar(20);
~ column purchases.number_: type  VARCHAR(20) -> BIGINT

### a double for a numeric
ALTER TABLE numbers ALTER COLUMN price SET DATA TYPE double precision;
~ column numbers.price: type  DOUBLE PRECISION -> NUMERIC(12, 3)

### a real for a double
ALTER TABLE numbers ALTER COLUMN precise SET DATA TYPE real;
~ column numbers.precise: type  REAL -> DOUBLE PRECISION

### a decfloat for a numeric
ALTER TABLE numbers ALTER COLUMN amount SET DATA TYPE decfloat;
~ column numbers.amount: type  DECFLOAT -> NUMERIC(38, 2)

### a tinyint for a smallint
ALTER TABLE numbers ALTER COLUMN small SET DATA TYPE tinyint;
~ column numbers.small: type  TINYINT -> SMALLINT

### a timestamp with a time zone for one without
ALTER TABLE purchases ALTER COLUMN placed SET DATA TYPE timestamp(6) with time zone;
~ column purchases.placed: type  TIMESTAMP WITH TIME ZONE -> TIMESTAMP

### a timestamp of another precision
ALTER TABLE times ALTER COLUMN moment SET DATA TYPE timestamp(3);
~ column times.moment: type  TIMESTAMP(3) -> TIMESTAMP

### a date for a timestamp
ALTER TABLE times ALTER COLUMN stamp SET DATA TYPE date;
~ column times.stamp: type  DATE -> TIMESTAMP

### text for json
ALTER TABLE documents ALTER COLUMN json SET DATA TYPE varchar(2000);
~ column documents.json: type  VARCHAR(2000) -> JSON

### text for uuid
ALTER TABLE bytes ALTER COLUMN other SET DATA TYPE varchar(36);
~ column bytes.other: type  VARCHAR(36) -> UUID

### more bytes
ALTER TABLE bytes ALTER COLUMN usual SET DATA TYPE varbinary(300);
~ column bytes.usual: type  VARBINARY(300) -> VARBINARY(255)

### an integer for a boolean
ALTER TABLE flags ALTER COLUMN ornull SET DATA TYPE integer;
~ column flags.ornull: type  INTEGER -> BOOLEAN

### an array of another type
ALTER TABLE arrays ALTER COLUMN numbers SET DATA TYPE bigint array;
~ column arrays.numbers: type  BIGINT ARRAY -> INTEGER ARRAY

### a value of an enum more
ALTER TABLE enums ALTER COLUMN colour ENUM('BLUE', 'GREEN', 'RED', 'PINK');
~ column enums.colour: type  ENUM('BLUE', 'GREEN', 'RED', 'PINK') -> ENUM('BLUE', 'GREEN', 'RED')

### a value of an enum less
ALTER TABLE enums_sizes ALTER COLUMN sizes ENUM('LARGE');
~ column enums_sizes.sizes: type  ENUM('LARGE') -> ENUM('LARGE', 'SMALL')

### the values of an enum in another order
ALTER TABLE enums ALTER COLUMN colour ENUM('RED', 'GREEN', 'BLUE');
~ column enums.colour: type  ENUM('RED', 'GREEN', 'BLUE') -> ENUM('BLUE', 'GREEN', 'RED')

### text for an enum
ALTER TABLE enums ALTER COLUMN size VARCHAR(12) NOT NULL;
~ column enums.size: type  VARCHAR(12) -> ENUM('LARGE', 'SMALL')

### a key and what refers to it of another type
ALTER TABLE square DROP CONSTRAINT fk_square_within_id;
ALTER TABLE circle ALTER COLUMN id SET DATA TYPE integer;
ALTER TABLE square ALTER COLUMN within_id SET DATA TYPE integer;
ALTER TABLE square ADD FOREIGN KEY (within_id) REFERENCES circle;
~ column circle.id: type  INTEGER -> BIGINT
~ column square.within_id: type  INTEGER -> BIGINT

### null where it was not
ALTER TABLE product ALTER COLUMN name DROP NOT NULL;
~ column product.name: null  null -> not null

### not null where it was
ALTER TABLE customer ALTER COLUMN street SET NOT NULL;
~ column customer.street: null  not null -> null

### no default
ALTER TABLE defaulted ALTER COLUMN number DROP DEFAULT;
~ column defaulted.number: default  none -> 7

### another default
ALTER TABLE defaulted ALTER COLUMN number SET DEFAULT 8;
~ column defaulted.number: default  8 -> 7

### a default that was none
ALTER TABLE product ALTER COLUMN amount SET DEFAULT 0;
~ column product.amount: default  0 -> none

### a default with a quote in it
ALTER TABLE defaulted ALTER COLUMN text SET DEFAULT 'it''s not';
~ column defaulted.text: default  'it''s not' -> 'it''s'

### a default of quotes and backslashes
ALTER TABLE defaulted ALTER COLUMN text SET DEFAULT 'a\b "c" ''d''';
~ column defaulted.text: default  'a\b "c" ''d''' -> 'it''s'

### a default of null
ALTER TABLE defaulted ALTER COLUMN text SET DEFAULT NULL;
~ column defaulted.text: default  none -> 'it''s'

### an empty default that is none
ALTER TABLE defaulted ALTER COLUMN emptytext DROP DEFAULT;
~ column defaulted.emptytext: default  none -> ''

### a default of the clock
ALTER TABLE defaulted ALTER COLUMN dayof SET DEFAULT current_date;
~ column defaulted.dayof: default  CURRENT_DATE -> '2020-02-03'

### another clock
ALTER TABLE defined ALTER COLUMN moment SET DEFAULT localtimestamp;
~ column defined.moment: default  LOCALTIMESTAMP -> current_timestamp

### a default on null
ALTER TABLE defaulted ALTER COLUMN number SET DEFAULT ON NULL;
= nothing
% Left alone, for the model does not say how it is kept: defaulted.number (default on null)
ALTER TABLE defaulted ALTER COLUMN number DROP DEFAULT ON NULL;

### a value set on update
ALTER TABLE defined ALTER COLUMN moment SET ON UPDATE current_timestamp;
= nothing
% Left alone, for the model does not say how it is kept: defined.moment (on update current_timestamp)
ALTER TABLE defined ALTER COLUMN moment DROP ON UPDATE;

### a boolean default turned over
ALTER TABLE flags ALTER COLUMN onbydefault SET DEFAULT false;
~ column flags.onbydefault: default  FALSE -> TRUE

### a default of a sequence
CREATE SEQUENCE scribble;
ALTER TABLE bysequence ALTER COLUMN id SET DEFAULT NEXT VALUE FOR scribble;
- sequence scribble
~ column bysequence.id: generation  from sequence scribble -> none

### type, default and nullability at once
ALTER TABLE defaulted ALTER COLUMN state VARCHAR(10) DEFAULT 'OLD';
~ column defaulted.state: default  'OLD' -> 'NEW'
~ column defaulted.state: type  VARCHAR(10) -> VARCHAR(255)

### no identity
ALTER TABLE byidentity ALTER COLUMN id DROP IDENTITY;
~ column byidentity.id: generation  none -> identity

### an identity always
ALTER TABLE byidentity ALTER COLUMN id SET GENERATED ALWAYS;
~ column byidentity.id: generation  identity always -> identity

### an identity by tens
ALTER TABLE byidentity ALTER COLUMN id SET INCREMENT BY 10;
~ column byidentity.id: generation  identity by 10 -> identity

### an identity that was none
ALTER TABLE product_texts ALTER COLUMN product_id BIGINT GENERATED BY DEFAULT AS IDENTITY;
~ column product_texts.product_id: generation  identity -> none

### an identity set on
ALTER TABLE byidentity ALTER COLUMN id RESTART WITH 1000;
= nothing

### an ordinary column that was computed
ALTER TABLE product ALTER COLUMN total DROP EXPRESSION;
~ column product.total: generation  none -> computed and kept as price * 2

### another computation
ALTER TABLE product DROP COLUMN total;
ALTER TABLE product ADD COLUMN total numeric(20,2) GENERATED ALWAYS AS (price * 3);
~ column product.total: generation  computed and kept as "PRICE" * 3 -> computed and kept as price * 2
* rows

### no computed column
ALTER TABLE product DROP COLUMN total;
+ column product.total  NUMERIC(20, 2) computed and kept as price * 2

### no primary key
ALTER TABLE oddments DROP PRIMARY KEY;
+ primary key oddments.pk_oddments  (id)

### a primary key in another order
ALTER TABLE customer_settings DROP PRIMARY KEY;
ALTER TABLE customer_settings ADD PRIMARY KEY (name, customer_id);
= nothing
ALTER TABLE customer_settings DROP PRIMARY KEY;
ALTER TABLE customer_settings ADD PRIMARY KEY (customer_id, name);

### a primary key of other columns
ALTER TABLE customer_settings DROP PRIMARY KEY;
ALTER TABLE customer_settings ADD PRIMARY KEY (name);
~ primary key customer_settings.constraint_16  (name) -> (customer_id, name)

### a primary key that was none
ALTER TABLE customer_tags ALTER COLUMN tags SET NOT NULL;
ALTER TABLE customer_tags ADD PRIMARY KEY (customer_id, tags);
- primary key customer_tags.constraint_3bb  (customer_id, tags)
~ column customer_tags.tags: null  not null -> null

### no unique key
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
+ unique constraint purchases.ux_purchase_number  (number_)

### a unique key more
ALTER TABLE product ADD CONSTRAINT scribble UNIQUE (name);
- unique constraint product.scribble  (name)

### a unique key of more columns
ALTER TABLE purchases DROP CONSTRAINT uq_purchase_reference;
ALTER TABLE purchases ADD CONSTRAINT uq_purchase_reference UNIQUE (customer_id, reference, note);
~ unique constraint purchases.uq_purchase_reference  (customer_id, reference, note) -> (customer_id, reference)

### a unique key of the columns in another order
ALTER TABLE purchases DROP CONSTRAINT uq_purchase_reference;
ALTER TABLE purchases ADD CONSTRAINT uq_purchase_reference UNIQUE (reference, customer_id);
~ unique constraint purchases.uq_purchase_reference  (reference, customer_id) -> (customer_id, reference)

### a unique key of another name
ALTER TABLE purchases RENAME CONSTRAINT uq_purchase_reference TO only_one;
= nothing
ALTER TABLE purchases RENAME CONSTRAINT only_one TO uq_purchase_reference;

### a unique index instead of a unique key
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
CREATE UNIQUE INDEX ux_purchase_number ON purchases (number_);
+ unique constraint purchases.ux_purchase_number  (number_)
- index purchases.ux_purchase_number  unique (number_)

### a unique key in which nulls are alike
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
ALTER TABLE purchases ADD CONSTRAINT ux_purchase_number UNIQUE NULLS NOT DISTINCT (number_);
~ unique constraint purchases.ux_purchase_number  (number_) nulls not distinct -> (number_)

### no foreign key
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
+ foreign key category.fk_category_parent  (parent_code) references category (code) on delete set null

### a foreign key more
ALTER TABLE purchases ADD CONSTRAINT scribble FOREIGN KEY (unchecked_id) REFERENCES product;
- foreign key purchases.scribble  (unchecked_id) references product (id)

### a foreign key twice
ALTER TABLE category ADD CONSTRAINT fk_again FOREIGN KEY (parent_code) REFERENCES category ON DELETE SET NULL;
- foreign key category.fk_again  (parent_code) references category (code) on delete set null

### a foreign key to another table
ALTER TABLE employee DROP CONSTRAINT fkh1532ctm019osro9ws47txjge;
ALTER TABLE employee ADD CONSTRAINT fkh1532ctm019osro9ws47txjge FOREIGN KEY (boss_id) REFERENCES human;
+ foreign key employee.fk_employee_boss_id  (boss_id) references manager (human_id)
- foreign key employee.fkh1532ctm019osro9ws47txjge  (boss_id) references human (id)

### on delete cascade, that was not
ALTER TABLE purchases DROP CONSTRAINT fkfpae29eqew5c1arfx1qmwkojr;
ALTER TABLE purchases ADD CONSTRAINT fkfpae29eqew5c1arfx1qmwkojr FOREIGN KEY (customer_id) REFERENCES customer ON DELETE CASCADE;
+ foreign key purchases.fk_purchases_customer_id  (customer_id) references customer (id)
- foreign key purchases.fkfpae29eqew5c1arfx1qmwkojr  (customer_id) references customer (id) on delete cascade

### no on delete cascade any more
ALTER TABLE cardpayment DROP CONSTRAINT fkm0ctexy63btl4jc4phitr6ji1;
ALTER TABLE cardpayment ADD CONSTRAINT fkm0ctexy63btl4jc4phitr6ji1 FOREIGN KEY (payer_id) REFERENCES human;
+ foreign key cardpayment.fk_cardpayment_payer_id  (payer_id) references human (id) on delete cascade
- foreign key cardpayment.fkm0ctexy63btl4jc4phitr6ji1  (payer_id) references human (id)

### on update cascade
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
ALTER TABLE category ADD CONSTRAINT fk_category_parent FOREIGN KEY (parent_code) REFERENCES category ON DELETE SET NULL ON UPDATE CASCADE;
~ foreign key category.fk_category_parent  (parent_code) references category (code) on delete set null on update cascade -> (parent_code) references category (code) on delete set null

### on delete restrict
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
ALTER TABLE category ADD CONSTRAINT fk_category_parent FOREIGN KEY (parent_code) REFERENCES category ON DELETE RESTRICT;
~ foreign key category.fk_category_parent  (parent_code) references category (code) on delete restrict -> (parent_code) references category (code) on delete set null

### a foreign key never held against rows
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
ALTER TABLE category ADD CONSTRAINT fk_category_parent FOREIGN KEY (parent_code) REFERENCES category ON DELETE SET NULL NOCHECK;
= nothing

### no check
ALTER TABLE checked DROP CONSTRAINT ck_checked_range;
+ check checked.ck_checked_range  low <= high

### a check more
ALTER TABLE product ADD CONSTRAINT scribble CHECK (amount >= 0);
- check product.scribble  "AMOUNT" >= 0

### a check of another limit
ALTER TABLE checked DROP CONSTRAINT ck_checked_range;
ALTER TABLE checked ADD CONSTRAINT ck_checked_range CHECK (low < high);
~ check checked.ck_checked_range  "LOW" < "HIGH" -> low <= high

### the same check in other words
ALTER TABLE checked DROP CONSTRAINT ck_checked_range;
ALTER TABLE checked ADD CONSTRAINT ck_checked_range CHECK (((low) <= (high)));
= nothing

### a check of another name
ALTER TABLE checked RENAME CONSTRAINT ck_checked_range TO the_range;
= nothing
ALTER TABLE checked RENAME CONSTRAINT the_range TO ck_checked_range;

### no index
DROP INDEX ix_purchase_note;
+ index purchases.ix_purchase_note  (note)

### no index of a generated name
DROP INDEX idxn0tisfv8vh7exko1g1mcffl1p;
+ index purchases.ix_purchases_customer_id_placed  (customer_id, placed desc)

### an index more
CREATE INDEX scribble ON product (name);
- index product.scribble  (name)

### a unique index more
CREATE UNIQUE INDEX scribble ON product (name, amount);
- index product.scribble  unique (name, amount)

### an index of another name
ALTER INDEX ix_purchase_note RENAME TO scribble;
~ index purchases.scribble  scribble -> ix_purchase_note

### an index of more columns
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note, placed);
~ index purchases.ix_purchase_note  (note, placed) -> (note)

### an index in another direction
DROP INDEX ix_purchases_customer_id_placed;
CREATE INDEX ix_purchases_customer_id_placed ON purchases (customer_id, placed);
~ index purchases.ix_purchases_customer_id_placed  (customer_id, placed) -> (customer_id, placed desc)

### an index in the other direction
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note DESC);
~ index purchases.ix_purchase_note  (note desc) -> (note)

### an index with nulls last
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note NULLS LAST);
~ index purchases.ix_purchase_note  (note nulls last) -> (note)

### an index that is unique now
DROP INDEX ix_purchase_note;
CREATE UNIQUE INDEX ix_purchase_note ON purchases (note);
~ index purchases.ix_purchase_note  unique (note) -> (note)

### an index by another method
DROP INDEX ix_purchase_note;
CREATE HASH INDEX ix_purchase_note ON purchases (note);
~ index purchases.ix_purchase_note  hash (note) -> (note)

### a sequence more
CREATE SEQUENCE scribble;
- sequence scribble

### a sequence less
DROP SEQUENCE product_seq;
+ sequence product_seq  increment 50

### a sequence by ones
ALTER SEQUENCE product_seq INCREMENT BY 1;
~ sequence product_seq  increment 1 -> increment 50

### a sequence from elsewhere
ALTER SEQUENCE ticket_numbers START WITH 1;
~ sequence ticket_numbers  start 1 increment 20 -> start 100 increment 20

### a sequence set on
ALTER SEQUENCE product_seq RESTART WITH 4711;
= nothing

### a sequence that ends early and begins again
ALTER SEQUENCE product_seq RESTART WITH 1 MAXVALUE 1000 CYCLE;
~ sequence product_seq  increment 50 maximum 1000 cycle -> increment 50 maximum 9223372036854775807

### a sequence that keeps numbers
ALTER SEQUENCE product_seq CACHE 20;
= nothing
ALTER SEQUENCE product_seq NO CACHE;

### a sequence renamed
DROP SEQUENCE product_seq;
CREATE SEQUENCE products_seq INCREMENT BY 50;
+ sequence product_seq  increment 50
- sequence products_seq  increment 50

### another comment of a table
COMMENT ON TABLE commented IS 'it''s others';
~ table commented: comment  'it's others' -> 'things with comments'

### no comment of a table
COMMENT ON TABLE commented IS NULL;
~ table commented: comment  none -> 'things with comments'

### another comment of a column
COMMENT ON COLUMN commented.name IS 'other';
~ column commented.name: comment  'other' -> 'a "name" of many'

### a comment that no entity says
COMMENT ON COLUMN product.name IS 'as printed';
= nothing
COMMENT ON COLUMN product.name IS NULL;

### a view more
CREATE VIEW scribble AS SELECT id, name FROM product;
= nothing
DROP VIEW scribble;

### a view that reads what has another type
ALTER TABLE customer ALTER COLUMN street VARCHAR(300);
CREATE VIEW roads AS SELECT id, street FROM customer;
~ column customer.street: type  VARCHAR(300) -> VARCHAR(255)

### a domain for a type
CREATE DOMAIN street_name AS varchar(255);
ALTER TABLE human ALTER COLUMN name SET DATA TYPE street_name;
~ column human.name: type  "STREET_NAME" -> VARCHAR(255)

### columns in another order
ALTER TABLE soft ADD COLUMN name2 varchar(255);
ALTER TABLE soft DROP COLUMN name;
ALTER TABLE soft ALTER COLUMN name2 RENAME TO name;
= nothing

=== everything, as a snapshot says
CREATE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 10;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
COMMENT ON COLUMN product.name IS 'as printed';

### no view
DROP VIEW cheap_names;
+ view cheap_names  SELECT "NAME" FROM "CHEAP" WHERE "NAME" IS NOT NULL

### no views, one of which reads the other
DROP VIEW cheap CASCADE;
+ view cheap  SELECT "ID", "NAME", "PRICE" FROM "PRODUCT" WHERE "PRICE" < CAST(10 AS NUMERIC(2))
+ view cheap_names  SELECT "NAME" FROM "CHEAP" WHERE "NAME" IS NOT NULL

### another view
CREATE OR REPLACE VIEW cheap_names AS SELECT name FROM cheap WHERE name > 'a';
~ view cheap_names  SELECT "NAME" FROM "CHEAP" WHERE "NAME" > 'a' -> SELECT "NAME" FROM "CHEAP" WHERE "NAME" IS NOT NULL

### another view that others read
DROP VIEW cheap CASCADE;
CREATE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 20;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
~ view cheap  SELECT "ID", "NAME", "PRICE" FROM "PRODUCT" WHERE "PRICE" < CAST(20 AS NUMERIC(2)) -> SELECT "ID", "NAME", "PRICE" FROM "PRODUCT" WHERE "PRICE" < CAST(10 AS NUMERIC(2))
~ view cheap_names: made again  SELECT "NAME" FROM "CHEAP" WHERE "NAME" IS NOT NULL -> SELECT "NAME" FROM "CHEAP" WHERE "NAME" IS NOT NULL

### the same view in other words
DROP VIEW cheap_names;
CREATE VIEW cheap_names AS select  NAME from CHEAP where (name is not null);
= nothing

### a view more
CREATE VIEW scribble AS SELECT 1 AS one;
- view scribble  SELECT 1 AS "ONE"

### a column of another type below views
DROP VIEW cheap CASCADE;
ALTER TABLE product ALTER COLUMN name VARCHAR(90) NOT NULL;
CREATE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 10;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
~ column product.name: comment  none -> 'as printed'
~ column product.name: type  VARCHAR(90) -> VARCHAR(60)

### no comment of a column
COMMENT ON COLUMN product.name IS NULL;
~ column product.name: comment  none -> 'as printed'

### a comment more
COMMENT ON TABLE product IS 'what we sell';
~ table product: comment  'what we sell' -> none

### a primary key in another order
ALTER TABLE customer_settings DROP PRIMARY KEY;
ALTER TABLE customer_settings ADD PRIMARY KEY (name, customer_id);
~ primary key customer_settings.constraint_16  (name, customer_id) -> (customer_id, name)

