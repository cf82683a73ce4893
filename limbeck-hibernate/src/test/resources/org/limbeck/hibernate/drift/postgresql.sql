=== tables, as the entities say
INSERT INTO customer (id, street, zip) VALUES (1, 'High Street', '12345'), (2, 'Low Street', NULL);
INSERT INTO product (id, amount, price, name) VALUES (1, 10, 9.99, 'pen'), (2, 0, NULL, 'ink');
INSERT INTO purchases (id, customer_id, number_, note, reference) VALUES (1, 1, 100, 'first', 'a'), (2, 1, 101, NULL, 'b');
INSERT INTO category (code, parent_code) VALUES ('all', NULL), ('some', 'all');
INSERT INTO checked (id, low, high, word) VALUES (1, 1, 2, 'a');
INSERT INTO defaulted (id) VALUES (1);
INSERT INTO enums (id, ordinal, size, colour) VALUES (1, 1, 'SMALL', 'RED');
INSERT INTO painted (id, shade) VALUES (1, 'DARK'), (2, 'MIDDLE');
INSERT INTO byidentity (name) VALUES ('one'), ('two');
INSERT INTO human (id, created_at, name) VALUES (1, '2020-01-02 03:04:05Z', 'Ann');
INSERT INTO employee (human_id, salary) VALUES (1, 1000.50);

### a table more
CREATE TABLE scribble (id integer, what text);
- table scribble  id, what

### a table more that refers to others and has an index
CREATE TABLE scribble (id serial PRIMARY KEY, customer bigint REFERENCES customer ON DELETE CASCADE, what text);
CREATE INDEX ON scribble (what);
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
DROP TABLE referenced, reference;
+ table invoice_product  invoice_id, customer_id, products_id, lines_id
+ table reference  id, pair_first, pair_second, natural_isbn
+ table referenced  id, isbn_unique

### a table renamed
ALTER TABLE oddments RENAME TO odds_and_ends;
+ table oddments  id, address, currency, locale, serialized, type, url
- table odds_and_ends  id, address, currency, locale, serialized, type, url
? table odds_and_ends -> oddments

### a table with rows copied away, as before a risky change
CREATE TABLE customer_backup_20240101 AS SELECT * FROM customer;
- table customer_backup_20240101  latitude, longitude, work_latitude, work_longitude, id, zip, work_street, street, work_zip

### a column more
ALTER TABLE product ADD COLUMN colour varchar(20);
- column product.colour  varchar(20)

### a column more, not null with a default
ALTER TABLE product ADD COLUMN weight numeric(8,3) NOT NULL DEFAULT 1.5;
- column product.weight  numeric(8,3) not null default 1.5

### a column more, with an index and a key
ALTER TABLE product ADD COLUMN maker bigint REFERENCES customer (id);
CREATE INDEX product_maker ON product (maker);
- column product.maker  bigint
- foreign key product.product_maker_fkey  (maker) references customer (id)
- index product.product_maker  (maker)

### a column less
ALTER TABLE customer DROP COLUMN work_street;
+ column customer.work_street  varchar(50)

### a column less, not null, of a table without rows
ALTER TABLE texts DROP COLUMN named;
+ column texts.named  varchar(80) not null

### a column less, with its check and default
ALTER TABLE defined DROP COLUMN small;
ALTER TABLE defined DROP COLUMN text;
+ check defined.ck_defined_07d39608  small > 2
+ column defined.small  smallint
+ column defined.text  varchar(30) not null default 'x'

### a column less, of two unique keys and an index
ALTER TABLE purchases DROP COLUMN note;
+ column purchases.note  varchar(100)
+ index purchases.ix_purchase_note  (note)
+ unique constraint purchases.uq_purchases_note_placed  (note, placed)
* rows

### a column renamed
ALTER TABLE customer RENAME COLUMN street TO road;
+ column customer.street  varchar(255)
- column customer.road  varchar(255)
? column customer.road -> street

### a column renamed in case only
ALTER TABLE customer RENAME COLUMN street TO "Street";
+ column customer.street  varchar(255)
- column customer.Street  varchar(255)
? column customer.Street -> street

### a column dropped, and another added that looks like it
ALTER TABLE customer DROP COLUMN work_street;
ALTER TABLE customer ADD COLUMN work_road varchar(50);
+ column customer.work_street  varchar(50)
- column customer.work_road  varchar(50)
? column customer.work_road -> work_street

### a table renamed in case only
ALTER TABLE oddments RENAME TO "Oddments";
+ table oddments  id, address, currency, locale, serialized, type, url
- table Oddments  id, address, currency, locale, serialized, type, url
? table Oddments -> oddments

### a longer text
ALTER TABLE product ALTER COLUMN name TYPE varchar(250);
~ column product.name: type  varchar(250) -> varchar(60)

### a shorter text
ALTER TABLE customer ALTER COLUMN street TYPE varchar(100);
~ column customer.street: type  varchar(100) -> varchar(255)

### a varchar turned into text
ALTER TABLE customer ALTER COLUMN street TYPE text;
~ column customer.street: type  text -> varchar(255)

### a varchar without a length
ALTER TABLE customer ALTER COLUMN street TYPE varchar;
~ column customer.street: type  varchar -> varchar(255)

### a text turned into varchar
ALTER TABLE texts ALTER COLUMN longest TYPE varchar(4000);
~ column texts.longest: type  varchar(4000) -> text

### a char turned into varchar
ALTER TABLE defined ALTER COLUMN code TYPE varchar(3);
~ column defined.code: type  varchar(3) -> char(3)

### more precision
ALTER TABLE employee ALTER COLUMN salary TYPE numeric(40,4);
~ column employee.salary: type  numeric(40,4) -> numeric(38,2)

### less scale
ALTER TABLE product DROP COLUMN total;
ALTER TABLE product ALTER COLUMN price TYPE numeric(10,1);
ALTER TABLE product ADD COLUMN total numeric(20,2) GENERATED ALWAYS AS (price * 2) STORED;
~ column product.price: type  numeric(10,1) -> numeric(10,2)
~ column product.total: made again  computed and kept as (price * (2)::numeric) -> computed and kept as price * 2
* rows

### a numeric without limits
ALTER TABLE numbers ALTER COLUMN huge TYPE numeric;
~ column numbers.huge: type  numeric -> numeric(38,0)

### an integer widened
ALTER TABLE checked ALTER COLUMN high TYPE bigint;
~ column checked.high: type  bigint -> integer

### a bigint narrowed
ALTER TABLE purchases ALTER COLUMN number_ TYPE integer;
~ column purchases.number_: type  integer -> bigint

### an integer for a text
ALTER TABLE purchases ALTER COLUMN number_ TYPE varchar(20);
~ column purchases.number_: type  varchar(20) -> bigint

### a double for a numeric
ALTER TABLE numbers ALTER COLUMN price TYPE double precision;
~ column numbers.price: type  double precision -> numeric(12,3)

### a real for a double
ALTER TABLE numbers ALTER COLUMN precise TYPE real;
~ column numbers.precise: type  real -> double precision

### a timestamp with a time zone for one without
ALTER TABLE purchases ALTER COLUMN placed TYPE timestamptz(6);
~ column purchases.placed: type  timestamptz(6) -> timestamp(6)

### a timestamp of another precision
ALTER TABLE times ALTER COLUMN moment TYPE timestamp(3);
~ column times.moment: type  timestamp(3) -> timestamp(6)

### json for jsonb
ALTER TABLE documents ALTER COLUMN json TYPE json;
~ column documents.json: type  json -> jsonb

### text for jsonb
ALTER TABLE documents ALTER COLUMN list TYPE text;
~ column documents.list: type  text -> jsonb

### text for uuid
ALTER TABLE bytes ALTER COLUMN other TYPE text;
~ column bytes.other: type  text -> uuid

### an integer for a boolean
ALTER TABLE flags ALTER COLUMN ornull TYPE integer USING ornull::integer;
~ column flags.ornull: type  integer -> boolean

### an array of another type
ALTER TABLE arrays ALTER COLUMN numbers TYPE bigint[];
~ column arrays.numbers: type  bigint[] -> integer[]

### no array any more
ALTER TABLE arrays ALTER COLUMN words TYPE varchar(255) USING words[1];
~ column arrays.words: type  varchar(255) -> varchar(255)[]

### a key and what refers to it of another type
ALTER TABLE square DROP CONSTRAINT fk_square_within_id;
ALTER TABLE circle ALTER COLUMN id TYPE integer;
ALTER TABLE square ALTER COLUMN within_id TYPE integer;
ALTER TABLE square ADD FOREIGN KEY (within_id) REFERENCES circle;
~ column circle.id: type  integer -> bigint
~ column square.within_id: type  integer -> bigint

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
ALTER TABLE defaulted ALTER COLUMN text SET DEFAULT E'a\\b "c" ''d'' \n e';
~ column defaulted.text: default  'a\b "c" ''d'' \n e' -> 'it''s'

### a default of null
ALTER TABLE defaulted ALTER COLUMN text SET DEFAULT NULL;
~ column defaulted.text: default  none -> 'it''s'

### an empty default that is none
ALTER TABLE defaulted ALTER COLUMN emptytext DROP DEFAULT;
~ column defaulted.emptytext: default  none -> ''

### a default as a sum
ALTER TABLE defaulted ALTER COLUMN number SET DEFAULT (3 + 4);
~ column defaulted.number: default  (3 + 4) -> 7

### the same default with a cast
ALTER TABLE defaulted ALTER COLUMN state SET DEFAULT 'NEW'::text;
= nothing
ALTER TABLE defaulted ALTER COLUMN state SET DEFAULT 'NEW';

### a default of the clock
ALTER TABLE defaulted ALTER COLUMN dayof SET DEFAULT current_date;
~ column defaulted.dayof: default  CURRENT_DATE -> '2020-02-03'

### another clock
ALTER TABLE defined ALTER COLUMN moment SET DEFAULT now();
= nothing
ALTER TABLE defined ALTER COLUMN moment SET DEFAULT current_timestamp;

### another clock that is not the same
ALTER TABLE defined ALTER COLUMN moment SET DEFAULT clock_timestamp();
~ column defined.moment: default  clock_timestamp() -> current_timestamp

### a boolean default turned over
ALTER TABLE flags ALTER COLUMN onbydefault SET DEFAULT false;
~ column flags.onbydefault: default  FALSE -> TRUE

### a default of a sequence
CREATE SEQUENCE scribble;
ALTER TABLE bysequence ALTER COLUMN id SET DEFAULT nextval('scribble');
- sequence scribble
~ column bysequence.id: generation  from sequence scribble -> none

### type, default and nullability at once
ALTER TABLE defaulted ALTER COLUMN state TYPE text, ALTER COLUMN state DROP NOT NULL, ALTER COLUMN state SET DEFAULT 'OLD';
~ column defaulted.state: default  'OLD' -> 'NEW'
~ column defaulted.state: null  null -> not null
~ column defaulted.state: type  text -> varchar(255)

### no identity
ALTER TABLE byidentity ALTER COLUMN id DROP IDENTITY;
~ column byidentity.id: generation  none -> identity

### an identity always
ALTER TABLE byidentity ALTER COLUMN id SET GENERATED ALWAYS;
~ column byidentity.id: generation  identity always -> identity

### an identity by tens
ALTER TABLE byidentity ALTER COLUMN id SET INCREMENT BY 10;
~ column byidentity.id: generation  identity by 10 -> identity

### serial for identity
ALTER TABLE byidentity ALTER COLUMN id DROP IDENTITY;
CREATE SEQUENCE byidentity_id_seq OWNED BY byidentity.id;
ALTER TABLE byidentity ALTER COLUMN id SET DEFAULT nextval('byidentity_id_seq');
= nothing
DROP SEQUENCE byidentity_id_seq CASCADE;
ALTER TABLE byidentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT setval(pg_get_serial_sequence('byidentity', 'id'), 100);

### an identity that was none
ALTER TABLE product_texts ALTER COLUMN product_id ADD GENERATED BY DEFAULT AS IDENTITY;
~ column product_texts.product_id: generation  identity -> none

### an identity set on
ALTER TABLE byidentity ALTER COLUMN id RESTART WITH 1000;
= nothing

### an ordinary column that was computed
ALTER TABLE product ALTER COLUMN total DROP EXPRESSION;
~ column product.total: generation  none -> computed and kept as price * 2

### another computation
ALTER TABLE product DROP COLUMN total;
ALTER TABLE product ADD COLUMN total numeric(20,2) GENERATED ALWAYS AS (price * 3) STORED;
~ column product.total: generation  computed and kept as (price * (3)::numeric) -> computed and kept as price * 2
* rows

### no computed column
ALTER TABLE product DROP COLUMN total;
+ column product.total  numeric(20,2) computed and kept as price * 2

### a collation that no entity says
ALTER TABLE customer ALTER COLUMN street TYPE varchar(255) COLLATE "C";
= nothing
% Left alone, for the model does not say how it is kept: customer.street (collation C)
ALTER TABLE customer ALTER COLUMN street TYPE varchar(255);

### no primary key
ALTER TABLE oddments DROP CONSTRAINT pk_oddments;
+ primary key oddments.pk_oddments  (id)

### a primary key in another order
ALTER TABLE customer_settings DROP CONSTRAINT customer_settings_pkey;
ALTER TABLE customer_settings ADD PRIMARY KEY (name, customer_id);
= nothing
ALTER TABLE customer_settings DROP CONSTRAINT customer_settings_pkey;
ALTER TABLE customer_settings ADD PRIMARY KEY (customer_id, name);

### a primary key of other columns
ALTER TABLE customer_settings DROP CONSTRAINT customer_settings_pkey;
ALTER TABLE customer_settings ADD PRIMARY KEY (name);
~ primary key customer_settings.customer_settings_pkey  (name) -> (customer_id, name)

### a primary key that was none
ALTER TABLE customer_tags ADD PRIMARY KEY (customer_id, tags);
- primary key customer_tags.customer_tags_pkey  (customer_id, tags)
~ column customer_tags.tags: null  not null -> null

### a primary key of another name
ALTER TABLE oddments RENAME CONSTRAINT pk_oddments TO the_key;
= nothing
ALTER TABLE oddments RENAME CONSTRAINT the_key TO pk_oddments;

### a primary key that others refer to, gone with what refers to it
ALTER TABLE circle DROP CONSTRAINT pk_circle CASCADE;
+ foreign key square.fk_square_within_id  (within_id) references circle (id)
+ primary key circle.pk_circle  (id)

### no unique key
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
+ unique constraint purchases.ux_purchase_number  (number_)

### no unique key of a foreign key
ALTER TABLE purchases DROP CONSTRAINT purchases_invoice_id_key;
+ unique constraint purchases.uq_purchases_invoice_id  (invoice_id)

### a unique key more
ALTER TABLE product ADD UNIQUE (name);
- unique constraint product.product_name_key  (name)

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

### a unique key deferred
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
ALTER TABLE purchases ADD CONSTRAINT ux_purchase_number UNIQUE (number_) DEFERRABLE INITIALLY DEFERRED;
~ unique constraint purchases.ux_purchase_number  (number_) initially deferred -> (number_)

### a unique key in which nulls are alike
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
ALTER TABLE purchases ADD CONSTRAINT ux_purchase_number UNIQUE NULLS NOT DISTINCT (number_);
~ unique constraint purchases.ux_purchase_number  (number_) nulls not distinct -> (number_)

### a unique key that includes another column
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
ALTER TABLE purchases ADD CONSTRAINT ux_purchase_number UNIQUE (number_) INCLUDE (note);
= nothing
ALTER TABLE purchases DROP CONSTRAINT ux_purchase_number;
ALTER TABLE purchases ADD CONSTRAINT ux_purchase_number UNIQUE (number_);

### a unique key on which another table refers, gone
ALTER TABLE referenced DROP CONSTRAINT uq_referenced_isbn_unique CASCADE;
+ foreign key reference.fk_reference_natural_isbn  (natural_isbn) references referenced (isbn_unique)
+ unique constraint referenced.uq_referenced_isbn_unique  (isbn_unique)

### no foreign key
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
+ foreign key category.fk_category_parent  (parent_code) references category (code) on delete set null

### a foreign key more
ALTER TABLE purchases ADD FOREIGN KEY (unchecked_id) REFERENCES product;
- foreign key purchases.purchases_unchecked_id_fkey  (unchecked_id) references product (id)

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

### on delete restrict
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
ALTER TABLE category ADD CONSTRAINT fk_category_parent FOREIGN KEY (parent_code) REFERENCES category ON DELETE RESTRICT;
~ foreign key category.fk_category_parent  (parent_code) references category (code) on delete restrict -> (parent_code) references category (code) on delete set null

### on update cascade
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
ALTER TABLE category ADD CONSTRAINT fk_category_parent FOREIGN KEY (parent_code) REFERENCES category ON DELETE SET NULL ON UPDATE CASCADE;
~ foreign key category.fk_category_parent  (parent_code) references category (code) on delete set null on update cascade -> (parent_code) references category (code) on delete set null

### a foreign key that can be deferred
ALTER TABLE category ALTER CONSTRAINT fk_category_parent DEFERRABLE INITIALLY DEFERRED;
~ foreign key category.fk_category_parent  (parent_code) references category (code) on delete set null initially deferred -> (parent_code) references category (code) on delete set null

### a foreign key never held against rows
ALTER TABLE category DROP CONSTRAINT fk_category_parent;
ALTER TABLE category ADD CONSTRAINT fk_category_parent FOREIGN KEY (parent_code) REFERENCES category ON DELETE SET NULL NOT VALID;
~ foreign key category.fk_category_parent  not valid -> valid

### a foreign key of two columns, crossed
ALTER TABLE line DROP CONSTRAINT fk36bws3g6t4jo4piw8i2qmka7f;
ALTER TABLE line ADD FOREIGN KEY (previous_ordernumber, previous_line) REFERENCES line (line, ordernumber) NOT VALID;
+ foreign key line.fk_line_previous_line_previous_ordernumber  (previous_line, previous_ordernumber) references line (line, ordernumber)
- foreign key line.line_previous_ordernumber_previous_line_fkey  (previous_ordernumber, previous_line) references line (line, ordernumber) not valid

### no check
ALTER TABLE checked DROP CONSTRAINT ck_checked_range;
+ check checked.ck_checked_range  low <= high

### a check more
ALTER TABLE product ADD CHECK (amount >= 0);
- check product.product_amount_check  (amount >= 0)

### a check of another limit
ALTER TABLE checked DROP CONSTRAINT checked_high_check;
ALTER TABLE checked ADD CONSTRAINT checked_high_check CHECK (high < 2000);
+ check checked.ck_checked_5b682c12  high < 1000
- check checked.checked_high_check  (high < 2000)

### a looser check of an enum
ALTER TABLE enums DROP CONSTRAINT enums_colour_check;
ALTER TABLE enums ADD CONSTRAINT enums_colour_check CHECK (colour IN ('RED', 'GREEN', 'BLUE', 'PINK'));
+ check enums.ck_enums_df441d79  colour in ('RED','GREEN','BLUE')
- check enums.enums_colour_check  ((colour)::text = ANY ((ARRAY['RED'::character varying, 'GREEN'::character varying, 'BLUE'::character varying, 'PINK'::character varying])::text[]))

### the check of an enum, one value less
ALTER TABLE enums DROP CONSTRAINT enums_size_check;
ALTER TABLE enums ADD CONSTRAINT enums_size_check CHECK (size IN ('SMALL'));
+ check enums.ck_enums_1fa0ad08  size in ('SMALL','LARGE')
- check enums.enums_size_check  ((size)::text = 'SMALL'::text)

### the same check in other words
ALTER TABLE checked DROP CONSTRAINT ck_checked_range;
ALTER TABLE checked ADD CONSTRAINT ck_checked_range CHECK (((low) <= (high)));
= nothing

### the same check of an enum in another way
ALTER TABLE enums DROP CONSTRAINT enums_astext_check;
ALTER TABLE enums ADD CONSTRAINT enums_astext_check CHECK (astext = ANY (ARRAY['RED', 'GREEN', 'BLUE']));
= nothing

### a check never held against rows
ALTER TABLE checked DROP CONSTRAINT ck_checked_range;
ALTER TABLE checked ADD CONSTRAINT ck_checked_range CHECK (low <= high) NOT VALID;
~ check checked.ck_checked_range  not valid -> valid

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

### an index that is unique now
DROP INDEX ix_purchase_note;
CREATE UNIQUE INDEX ix_purchase_note ON purchases (note);
~ index purchases.ix_purchase_note  unique (note) -> (note)

### an index of a part of the table
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note) WHERE note IS NOT NULL;
~ index purchases.ix_purchase_note  (note) where note IS NOT NULL -> (note)

### an index of an expression
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (lower(note));
~ index purchases.ix_purchase_note  (lower((note)::text)) -> (note)

### an index by another method
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases USING hash (note);
~ index purchases.ix_purchase_note  hash (note) -> (note)

### an index with another operator class
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note varchar_pattern_ops);
~ index purchases.ix_purchase_note  (note varchar_pattern_ops) -> (note)

### an index with nulls first
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note NULLS FIRST);
~ index purchases.ix_purchase_note  (note nulls first) -> (note)

### an index that includes another column
DROP INDEX ix_purchase_note;
CREATE INDEX ix_purchase_note ON purchases (note) INCLUDE (placed);
~ index purchases.ix_purchase_note  (note) include (placed) -> (note)

### an index more that no mapping can say
CREATE INDEX scribble ON product (lower(name)) WHERE amount > 0;
= nothing
DROP INDEX scribble;

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
SELECT setval('product_seq', 4711);
= nothing
SELECT setval('product_seq', 1);

### a sequence that ends early and begins again
ALTER SEQUENCE product_seq MAXVALUE 1000 CYCLE;
~ sequence product_seq  increment 50 maximum 1000 cycle -> increment 50 maximum 9223372036854775807

### a sequence of integers
ALTER SEQUENCE product_seq AS integer;
~ sequence product_seq  increment 50 maximum 2147483647 -> increment 50 maximum 9223372036854775807

### a sequence that keeps numbers
ALTER SEQUENCE product_seq CACHE 20;
= nothing
ALTER SEQUENCE product_seq CACHE 1;

### a sequence renamed
ALTER SEQUENCE product_seq RENAME TO products_seq;
+ sequence product_seq  increment 50
- sequence products_seq  increment 50

### an enum value more
ALTER TYPE shade ADD VALUE 'PALE' AFTER 'LIGHT';
~ enum shade  DARK, LIGHT, PALE, MIDDLE -> DARK, LIGHT, MIDDLE

### an enum value renamed
ALTER TYPE shade RENAME VALUE 'LIGHT' TO 'PALE';
~ enum shade  DARK, PALE, MIDDLE -> DARK, LIGHT, MIDDLE
? enum shade.PALE -> LIGHT

### an enum made again in another order
ALTER TYPE shade RENAME TO shade_old;
CREATE TYPE shade AS ENUM ('LIGHT', 'MIDDLE', 'DARK');
ALTER TABLE painted ALTER COLUMN shade TYPE shade USING shade::text::shade;
DROP TYPE shade_old CASCADE;
~ enum shade  LIGHT, MIDDLE, DARK -> DARK, LIGHT, MIDDLE

### a text for an enum
ALTER TABLE painted ALTER COLUMN shade TYPE varchar(10) USING shade::text;
DROP TYPE shade CASCADE;
+ enum shade  DARK, LIGHT, MIDDLE
~ column painted.shade: type  varchar(10) -> shade

### an enum more
CREATE TYPE scribble AS ENUM ('a', 'b');
= nothing
DROP TYPE scribble;

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

### a view, a trigger and a routine more
CREATE VIEW scribble AS SELECT id, name FROM product;
CREATE FUNCTION scribbled() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER scribble BEFORE UPDATE ON product FOR EACH ROW EXECUTE FUNCTION scribbled();
= nothing
DROP VIEW scribble;
DROP FUNCTION scribbled() CASCADE;

### a view that reads what has another type
ALTER TABLE customer ALTER COLUMN street TYPE varchar(300);
CREATE VIEW roads AS SELECT id, street FROM customer;
~ column customer.street: type  varchar(300) -> varchar(255)

### columns in another order
ALTER TABLE soft ADD COLUMN name2 varchar(255);
UPDATE soft SET name2 = name;
ALTER TABLE soft DROP COLUMN name;
ALTER TABLE soft RENAME COLUMN name2 TO name;
= nothing

### an unlogged table
ALTER TABLE oddments SET UNLOGGED;
= nothing
ALTER TABLE oddments SET LOGGED;

### a partitioned table more
CREATE TABLE scribble (id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE scribble_2024 PARTITION OF scribble FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
- table scribble  id, day

### an exclusion more
ALTER TABLE circle ADD EXCLUDE USING btree (label WITH =);
- exclusion circle.circle_label_excl  using btree (label with =)

### a domain for a type, below a view
DROP VIEW roads;
CREATE DOMAIN street_name AS varchar(255);
ALTER TABLE customer ALTER COLUMN street TYPE street_name;
~ column customer.street: type  street_name -> varchar(255)

=== everything, as a snapshot says
CREATE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 10;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
CREATE MATERIALIZED VIEW sales AS SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id;
CREATE UNIQUE INDEX sales_customer ON sales (customer_id);
CREATE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER product_touch BEFORE UPDATE ON product FOR EACH ROW EXECUTE FUNCTION touch();
CREATE INDEX product_open ON product (name) WHERE amount > 0;
CREATE INDEX product_lower ON product (lower(name));
ALTER TABLE circle ADD CONSTRAINT one_label EXCLUDE USING btree (label WITH =);
COMMENT ON COLUMN product.name IS 'as printed';
CREATE TYPE taste AS ENUM ('sweet', 'sour');

### no view
DROP VIEW cheap_names;
+ view cheap_names  SELECT name FROM cheap WHERE (name IS NOT NULL)

### no views, one of which reads the other
DROP VIEW cheap CASCADE;
+ view cheap  SELECT id, name, price FROM product WHERE (price < (10)::numeric)
+ view cheap_names  SELECT name FROM cheap WHERE (name IS NOT NULL)

### another view
CREATE OR REPLACE VIEW cheap_names AS SELECT name FROM cheap WHERE name > 'a';
~ view cheap_names  SELECT name FROM cheap WHERE ((name)::text > 'a'::text) -> SELECT name FROM cheap WHERE (name IS NOT NULL)

### another view that others read
CREATE OR REPLACE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 20;
~ view cheap  SELECT id, name, price FROM product WHERE (price < (20)::numeric) -> SELECT id, name, price FROM product WHERE (price < (10)::numeric)
~ view cheap_names: made again  SELECT name FROM cheap WHERE (name IS NOT NULL) -> SELECT name FROM cheap WHERE (name IS NOT NULL)

### a view with a column more
CREATE OR REPLACE VIEW cheap AS SELECT id, name, price, amount FROM product WHERE price < 10;
~ view cheap  SELECT id, name, price, amount FROM product WHERE (price < (10)::numeric) -> SELECT id, name, price FROM product WHERE (price < (10)::numeric)
~ view cheap_names: made again  SELECT name FROM cheap WHERE (name IS NOT NULL) -> SELECT name FROM cheap WHERE (name IS NOT NULL)

### the same view in other words
CREATE OR REPLACE VIEW cheap AS SELECT product.id, "name", (price) FROM public.product WHERE ((price) < 10::numeric);
= nothing

### a view for a materialised one
DROP MATERIALIZED VIEW sales;
CREATE VIEW sales AS SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id;
~ view sales  SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id -> materialised SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id

### a view more
CREATE VIEW scribble AS SELECT 1 AS one;
- view scribble  SELECT 1 AS one

### no materialised view
DROP MATERIALIZED VIEW sales;
+ view sales  materialised SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id

### no index of a materialised view
DROP INDEX sales_customer;
~ view sales  materialised SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id -> materialised SELECT customer_id, count(*) AS orders FROM purchases GROUP BY customer_id

### a column of another type below views
DROP VIEW cheap CASCADE;
ALTER TABLE product ALTER COLUMN name TYPE varchar(90);
CREATE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 10;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
~ column product.name: type  varchar(90) -> varchar(60)

### a column of another type below a computed one and views
DROP VIEW cheap CASCADE;
ALTER TABLE product DROP COLUMN total;
ALTER TABLE product ALTER COLUMN price TYPE numeric(10,4), ALTER COLUMN price SET DEFAULT 1;
ALTER TABLE product ADD COLUMN total numeric(20,2) GENERATED ALWAYS AS (price * 2) STORED;
CREATE VIEW cheap AS SELECT id, name, price FROM product WHERE price < 10;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
~ column product.price: default  1 -> none
~ column product.price: type  numeric(10,4) -> numeric(10,2)
~ column product.total: made again  computed and kept as (price * (2)::numeric) -> computed and kept as (price * (2)::numeric)

### a column less below views
ALTER TABLE product DROP COLUMN price CASCADE;
+ column product.price  numeric(10,2)
+ column product.total  numeric(20,2) computed and kept as (price * (2)::numeric)
+ view cheap  SELECT id, name, price FROM product WHERE (price < (10)::numeric)
+ view cheap_names  SELECT name FROM cheap WHERE (name IS NOT NULL)
* rows

### no trigger
DROP TRIGGER product_touch ON product;
+ trigger product.product_touch  CREATE TRIGGER product_touch BEFORE UPDATE ON public.product FOR EACH ROW EXECUTE FUNCTION touch()

### another trigger
DROP TRIGGER product_touch ON product;
CREATE TRIGGER product_touch BEFORE INSERT OR UPDATE ON product FOR EACH ROW EXECUTE FUNCTION touch();
~ trigger product.product_touch  CREATE TRIGGER product_touch BEFORE INSERT OR UPDATE ON public.product FOR EACH ROW EXECUTE FUNCT... -> CREATE TRIGGER product_touch BEFORE UPDATE ON public.product FOR EACH ROW EXECUTE FUNCTION touch()

### a trigger more
CREATE TRIGGER scribble AFTER DELETE ON category FOR EACH ROW EXECUTE FUNCTION touch();
- trigger category.scribble  CREATE TRIGGER scribble AFTER DELETE ON public.category FOR EACH ROW EXECUTE FUNCTION touch()

### a trigger of another name
ALTER TRIGGER product_touch ON product RENAME TO product_touched;
+ trigger product.product_touch  CREATE TRIGGER product_touch BEFORE UPDATE ON public.product FOR EACH ROW EXECUTE FUNCTION touch()
- trigger product.product_touched  CREATE TRIGGER product_touched BEFORE UPDATE ON public.product FOR EACH ROW EXECUTE FUNCTION touch()

### another function
CREATE OR REPLACE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n * 3 $$;
~ routine doubled  CREATE OR REPLACE FUNCTION public.doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $f... -> CREATE OR REPLACE FUNCTION public.doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $f...

### a function of another kind
ALTER FUNCTION doubled(integer) VOLATILE;
~ routine doubled  CREATE OR REPLACE FUNCTION public.doubled(n integer) RETURNS integer LANGUAGE sql AS $function$ S... -> CREATE OR REPLACE FUNCTION public.doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $f...

### no function
DROP FUNCTION doubled(integer);
+ routine doubled  CREATE OR REPLACE FUNCTION public.doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $f...

### no function, and no trigger that calls it
DROP FUNCTION touch() CASCADE;
+ routine touch  CREATE OR REPLACE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $function$ BEGIN RE...
+ trigger product.product_touch  CREATE TRIGGER product_touch BEFORE UPDATE ON public.product FOR EACH ROW EXECUTE FUNCTION touch()

### a function more
CREATE FUNCTION scribble() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
- routine scribble  CREATE OR REPLACE FUNCTION public.scribble() RETURNS integer LANGUAGE sql AS $function$ SELECT 1 ...

### an index of another part of the table
DROP INDEX product_open;
CREATE INDEX product_open ON product (name) WHERE amount > 1;
~ index product.product_open  (name) where amount > 1 -> (name) where amount > 0

### an index of the whole table
DROP INDEX product_open;
CREATE INDEX product_open ON product (name);
~ index product.product_open  (name) -> (name) where amount > 0

### an index of the same part in other words
DROP INDEX product_open;
CREATE INDEX product_open ON product (name) WHERE (amount) > (0);
= nothing

### an index of another expression
DROP INDEX product_lower;
CREATE INDEX product_lower ON product (upper(name));
~ index product.product_lower  (upper((name)::text)) -> (lower((name)::text))

### an index of a part more
CREATE INDEX scribble ON product (name varchar_pattern_ops) INCLUDE (amount) WHERE amount > 5;
- index product.scribble  (name varchar_pattern_ops) include (amount) where amount > 5

### no exclusion
ALTER TABLE circle DROP CONSTRAINT one_label;
+ exclusion circle.one_label  using btree (label with =)

### no comment of a column
COMMENT ON COLUMN product.name IS NULL;
~ column product.name: comment  none -> 'as printed'

### a comment more
COMMENT ON TABLE product IS 'what we sell';
~ table product: comment  'what we sell' -> none

### a column of another collation
ALTER TABLE customer ALTER COLUMN street TYPE varchar(255) COLLATE "C";
~ column customer.street: collation  C -> default
ALTER TABLE customer ALTER COLUMN street TYPE varchar(255);

### a primary key in another order
ALTER TABLE derivedpart DROP CONSTRAINT derivedpart_pkey;
ALTER TABLE derivedpart ADD CONSTRAINT derivedpart_pkey PRIMARY KEY (category_code, priority);
~ primary key derivedpart.derivedpart_pkey  (category_code, priority) -> (priority, category_code)

### no enum
DROP TYPE taste;
+ enum taste  sweet, sour

### an enum more
CREATE TYPE scribble AS ENUM ('a', 'b');
- enum scribble  a, b

### another value of an enum that nothing uses
ALTER TYPE taste ADD VALUE 'salty' BEFORE 'sour';
~ enum taste  sweet, salty, sour -> sweet, sour

### serial for identity
ALTER TABLE byidentity ALTER COLUMN id DROP IDENTITY;
CREATE SEQUENCE byidentity_id_seq OWNED BY byidentity.id;
ALTER TABLE byidentity ALTER COLUMN id SET DEFAULT nextval('byidentity_id_seq');
SELECT setval('byidentity_id_seq', 100);
= nothing

### columns in another order
ALTER TABLE soft DROP COLUMN deleted;
ALTER TABLE soft ADD COLUMN deleted boolean NOT NULL;
COMMENT ON COLUMN soft.deleted IS 'Soft-delete indicator';
= nothing
