=== tables, as the entities say
INSERT INTO Customer (id, street, zip) VALUES (1, 'High Street', '12345'), (2, 'Low Street', NULL);
INSERT INTO Product (id, amount, price, name) VALUES (1, 10, 9.99, 'pen'), (2, 0, NULL, 'ink');
INSERT INTO purchases (id, customer_id, number_, note, reference) VALUES (1, 1, 100, 'first', 'a'), (2, 1, 101, NULL, 'b');
INSERT INTO Category (code, parent_code) VALUES ('all', NULL), ('some', 'all');
INSERT INTO Checked (id, low, high, word) VALUES (1, 1, 2, 'a');
INSERT INTO Defaulted (id) VALUES (1);
INSERT INTO Enums (id, ordinal, size, colour) VALUES (1, 1, 'SMALL', 'RED');
INSERT INTO ByIdentity (name) VALUES ('one'), ('two');
INSERT INTO Human (id, created_at, name) VALUES (1, '2020-01-02 03:04:05', 'Ann');
INSERT INTO Employee (human_id, salary) VALUES (1, 1000.50);

### a table more
CREATE TABLE scribble (id int, what text);
- table scribble  id, what

### a table more that refers to others and has an index
CREATE TABLE scribble (id int AUTO_INCREMENT PRIMARY KEY, customer bigint, what varchar(20), KEY (what), FOREIGN KEY (customer) REFERENCES Customer (id) ON DELETE CASCADE);
- table scribble  id, customer, what

### a table less
DROP TABLE Oddments;
+ table Oddments  id, address, currency, locale, serialized, type, url

### a family of tables less
DROP TABLE Invoice_Product;
DROP TABLE Reference, Referenced;
+ table Invoice_Product  Invoice_id, customer_id, products_id, lines_id
+ table Reference  id, pair_first, pair_second, natural_isbn
+ table Referenced  id, isbn_unique

### a table renamed
RENAME TABLE Oddments TO odds_and_ends;
+ table Oddments  id, address, currency, locale, serialized, type, url
- table odds_and_ends  id, address, currency, locale, serialized, type, url
? table odds_and_ends -> Oddments

### a table renamed in case only
RENAME TABLE Oddments TO oddments;
+ table Oddments  id, address, currency, locale, serialized, type, url
- table oddments  id, address, currency, locale, serialized, type, url
? table oddments -> Oddments

### a table with rows copied away, as before a risky change
CREATE TABLE customer_backup_20240101 AS SELECT * FROM Customer;
- table customer_backup_20240101  latitude, longitude, work_latitude, work_longitude, id, zip, work_street, street, work_zip

### a column more
ALTER TABLE Product ADD COLUMN colour varchar(20);
- column Product.colour  varchar(20)

### a column more, in the middle
ALTER TABLE Product ADD COLUMN colour varchar(20) AFTER amount;
- column Product.colour  varchar(20)

### a column more, not null with a default
ALTER TABLE Product ADD COLUMN weight decimal(8,3) NOT NULL DEFAULT 1.5;
- column Product.weight  decimal(8,3) not null default 1.500

### a column more, with an index and a key
ALTER TABLE Product ADD COLUMN maker bigint, ADD CONSTRAINT product_maker_fk FOREIGN KEY (maker) REFERENCES Customer (id);
CREATE INDEX product_maker ON Product (maker);
- column Product.maker  bigint
- foreign key Product.product_maker_fk  (maker) references Customer (id)
- index Product.product_maker  (maker)

### a column less
ALTER TABLE Customer DROP COLUMN work_street;
+ column Customer.work_street  varchar(50)

### a column less, not null, of a table without rows
ALTER TABLE Texts DROP COLUMN named;
+ column Texts.named  varchar(80) not null

### a column less, with its default
ALTER TABLE Defined DROP COLUMN text;
+ column Defined.text  varchar(30) not null default 'x'

### a column less, of a unique key and an index
ALTER TABLE purchases DROP KEY UK2garjixfhslppdsi551ra4qx2, DROP COLUMN note;
+ column purchases.note  varchar(100)
+ index purchases.ix_purchase_note  (note)
+ unique constraint purchases.uq_purchases_note_placed  (note, placed)
* rows

### a column renamed
ALTER TABLE Customer RENAME COLUMN street TO road;
+ column Customer.street  varchar(255)
- column Customer.road  varchar(255)
? column Customer.road -> street

### a column renamed in case only
ALTER TABLE Customer RENAME COLUMN street TO Street;
= nothing
ALTER TABLE Customer RENAME COLUMN Street TO street;

### a column dropped, and another added that looks like it
ALTER TABLE Customer DROP COLUMN work_street, ADD COLUMN work_road varchar(50);
+ column Customer.work_street  varchar(50)
- column Customer.work_road  varchar(50)
? column Customer.work_road -> work_street

### columns in another order
ALTER TABLE Customer MODIFY COLUMN street varchar(255) FIRST;
= nothing

### a longer text
ALTER TABLE Product MODIFY name varchar(250) NOT NULL;
~ column Product.name: type  varchar(250) -> varchar(60)

### a longer text, and what was not said again is lost
ALTER TABLE Product MODIFY name varchar(250);
~ column Product.name: null  null -> not null
~ column Product.name: type  varchar(250) -> varchar(60)

### a shorter text
ALTER TABLE Customer MODIFY street varchar(100);
~ column Customer.street: type  varchar(100) -> varchar(255)

### a varchar turned into text
ALTER TABLE Customer MODIFY street text;
~ column Customer.street: type  text -> varchar(255)

### a text of another size
ALTER TABLE Texts MODIFY widest mediumtext;
~ column Texts.widest: type  mediumtext -> longtext

### a char turned into varchar
ALTER TABLE Defined MODIFY code varchar(3);
~ column Defined.code: type  varchar(3) -> char(3)

### more precision
ALTER TABLE Employee MODIFY salary decimal(40,4);
~ column Employee.salary: type  decimal(40,4) -> decimal(38,2)

### less scale
ALTER TABLE Product MODIFY price decimal(10,1);
~ column Product.price: type  decimal(10,1) -> decimal(10,2)
* rows

### an integer widened
ALTER TABLE Checked MODIFY high bigint NOT NULL;
~ column Checked.high: type  bigint -> int

### a bigint narrowed
ALTER TABLE purchases MODIFY number_ int;
~ column purchases.number_: type  int -> bigint

### unsigned
ALTER TABLE Product MODIFY amount int unsigned NOT NULL;
~ column Product.amount: type  int unsigned -> int

### a width of display that means nothing
ALTER TABLE Product MODIFY amount int(7) NOT NULL;
= nothing

### an integer for a text
ALTER TABLE purchases MODIFY number_ varchar(20);
~ column purchases.number_: type  varchar(20) -> bigint

### a double for a decimal
ALTER TABLE Numbers MODIFY price double;
~ column Numbers.price: type  double -> decimal(12,3)

### a float for a double
ALTER TABLE Numbers MODIFY `precise` float NOT NULL;
~ column Numbers.precise: type  float -> double

### an int for a smallint
ALTER TABLE Numbers MODIFY small int NOT NULL;
~ column Numbers.small: type  int -> smallint

### a tinyint for a bit
ALTER TABLE Flags MODIFY orNull tinyint(1);
~ column Flags.orNull: type  tinyint(1) -> bit(1)

### a datetime without fractions
ALTER TABLE Times MODIFY moment datetime;
~ column Times.moment: type  datetime -> datetime(6)

### a timestamp for a datetime
ALTER TABLE Times MODIFY moment timestamp(6) NULL;
~ column Times.moment: type  timestamp(6) -> datetime(6)

### a date for a datetime
ALTER TABLE Times MODIFY stamp date;
~ column Times.stamp: type  date -> datetime(6)

### text for json
ALTER TABLE Documents MODIFY json longtext;
~ column Documents.json: type  longtext -> json

### more bytes
ALTER TABLE Bytes MODIFY `usual` varbinary(300);
~ column Bytes.usual: type  varbinary(300) -> varbinary(255)

### a blob of another size
ALTER TABLE Bytes MODIFY longest blob;
~ column Bytes.longest: type  blob -> longblob

### a value of an enum more
ALTER TABLE Enums MODIFY colour enum('BLUE', 'GREEN', 'RED', 'PINK');
~ column Enums.colour: type  enum('BLUE','GREEN','RED','PINK') -> enum('BLUE','GREEN','RED')

### a value of an enum less
ALTER TABLE Enums_sizes MODIFY sizes enum('LARGE');
~ column Enums_sizes.sizes: type  enum('LARGE') -> enum('LARGE','SMALL')

### the values of an enum in another order
ALTER TABLE Enums MODIFY colour enum('RED', 'GREEN', 'BLUE');
~ column Enums.colour: type  enum('RED','GREEN','BLUE') -> enum('BLUE','GREEN','RED')

### text for an enum
ALTER TABLE Enums MODIFY size varchar(12) NOT NULL;
~ column Enums.size: type  varchar(12) -> enum('LARGE','SMALL')

### a key and what refers to it of another type
ALTER TABLE Square DROP FOREIGN KEY FK92r6qpybqw9f5st3uekdf7l92;
ALTER TABLE Circle MODIFY id int NOT NULL;
ALTER TABLE Square MODIFY within_id int;
ALTER TABLE Square ADD FOREIGN KEY (within_id) REFERENCES Circle (id);
- index Square.within_id  (within_id)
~ column Circle.id: type  int -> bigint
~ column Square.within_id: type  int -> bigint
~ foreign key Square.Square_ibfk_1: made again  (within_id) references Circle (id) -> (within_id) references Circle (id)

### null where it was not
ALTER TABLE Product MODIFY name varchar(60);
~ column Product.name: null  null -> not null

### not null where it was
ALTER TABLE Customer MODIFY street varchar(255) NOT NULL;
~ column Customer.street: null  not null -> null

### no default
ALTER TABLE Defaulted ALTER number DROP DEFAULT;
~ column Defaulted.number: default  none -> 7

### another default
ALTER TABLE Defaulted ALTER number SET DEFAULT 8;
~ column Defaulted.number: default  8 -> 7

### a default that was none
ALTER TABLE Product ALTER amount SET DEFAULT 0;
~ column Product.amount: default  0 -> none

### a default with a quote in it
ALTER TABLE Defaulted ALTER text SET DEFAULT 'it''s not';
~ column Defaulted.text: default  'it''s not' -> 'it''s'

### a default of quotes and backslashes
ALTER TABLE Defaulted ALTER text SET DEFAULT 'a\\b "c" ''d'' `e`';
~ column Defaulted.text: default  'a\\b "c" ''d'' `e`' -> 'it''s'

### a default of null
ALTER TABLE Defaulted ALTER text SET DEFAULT NULL;
~ column Defaulted.text: default  none -> 'it''s'

### an empty default that is none
ALTER TABLE Defaulted ALTER emptyText DROP DEFAULT;
~ column Defaulted.emptyText: default  none -> ''

### the same default, of another type
ALTER TABLE Defaulted ALTER number SET DEFAULT '7';
= nothing

### a default of an expression
ALTER TABLE Defaulted ALTER text SET DEFAULT (upper('new'));
~ column Defaulted.text: default  ucase('new') -> 'it''s'

### a default of the clock
ALTER TABLE Defaulted ALTER dayOf SET DEFAULT (curdate());
~ column Defaulted.dayOf: default  curdate() -> '2020-02-03'

### the same clock by another name
ALTER TABLE Defined MODIFY moment timestamp NULL DEFAULT now();
= nothing

### a value set on update
ALTER TABLE Defined MODIFY moment timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;
= nothing
% Left alone, for the model does not say how it is kept: Defined.moment (on update current_timestamp)
ALTER TABLE Defined MODIFY moment timestamp NULL DEFAULT CURRENT_TIMESTAMP;

### no clock
ALTER TABLE Defined MODIFY moment timestamp NULL;
~ column Defined.moment: default  none -> current_timestamp

### a boolean default turned over
ALTER TABLE Flags ALTER onByDefault SET DEFAULT b'0';
~ column Flags.onByDefault: default  b'0' -> 1

### type, default and nullability at once
ALTER TABLE Defaulted MODIFY state varchar(10) DEFAULT 'OLD';
~ column Defaulted.state: default  'OLD' -> 'NEW'
~ column Defaulted.state: null  null -> not null
~ column Defaulted.state: type  varchar(10) -> varchar(255)

### no auto-increment
ALTER TABLE ByIntIdentity MODIFY id int NOT NULL;
~ column ByIntIdentity.id: generation  none -> identity

### an auto-increment that was none
ALTER TABLE Account MODIFY id bigint NOT NULL AUTO_INCREMENT;
~ column Account.id: generation  identity -> none

### an auto-increment set on
ALTER TABLE ByIdentity AUTO_INCREMENT = 1000;
= nothing

### an ordinary column that was computed
ALTER TABLE Product MODIFY total decimal(20,2);
~ column Product.total: generation  none -> computed and kept as price * 2

### another computation
ALTER TABLE Product MODIFY total decimal(20,2) GENERATED ALWAYS AS (price * 3) STORED;
~ column Product.total: generation  computed and kept as `price` * 3 -> computed and kept as price * 2

### computed, but not kept
ALTER TABLE Product DROP COLUMN total, ADD COLUMN total decimal(20,2) GENERATED ALWAYS AS (price * 2) VIRTUAL;
~ column Product.total: generation  computed as `price` * 2 -> computed and kept as price * 2

### no computed column
ALTER TABLE Product DROP COLUMN total;
+ column Product.total  decimal(20,2) computed and kept as price * 2

### another collation of a column
ALTER TABLE Customer MODIFY street varchar(255) COLLATE utf8mb4_bin;
= nothing
% Left alone, for the model does not say how it is kept: Customer.street (collation utf8mb4_bin)
ALTER TABLE Customer MODIFY street varchar(255);

### another character set of a column
ALTER TABLE Customer MODIFY street varchar(255) CHARACTER SET latin1;
= nothing
% Left alone, for the model does not say how it is kept: Customer.street (collation latin1_swedish_ci)
ALTER TABLE Customer MODIFY street varchar(255);

### another character set of a table
ALTER TABLE Oddments CONVERT TO CHARACTER SET latin1;
= nothing
% Left alone, for the model does not say how it is kept: Oddments (collate=latin1_swedish_ci)
ALTER TABLE Oddments CONVERT TO CHARACTER SET utf8mb4;

### another engine
ALTER TABLE Oddments ENGINE = MyISAM;
= nothing
% Left alone, for the model does not say how it is kept: Oddments (engine=myisam)
ALTER TABLE Oddments ENGINE = InnoDB;

### no primary key
ALTER TABLE Oddments DROP PRIMARY KEY;
+ primary key Oddments.pk_Oddments  (id)

### a primary key in another order
ALTER TABLE DerivedPart DROP PRIMARY KEY, ADD PRIMARY KEY (category_code, priority);
= nothing
ALTER TABLE DerivedPart DROP PRIMARY KEY, ADD PRIMARY KEY (priority, category_code);

### a primary key of other columns
ALTER TABLE Customer_settings DROP PRIMARY KEY, ADD PRIMARY KEY (customer_id);
~ primary key Customer_settings.pk_Customer_settings  (Customer_id) -> (Customer_id, name)

### a primary key that was none
ALTER TABLE Customer_tags MODIFY tags varchar(255) NOT NULL, ADD PRIMARY KEY (customer_id, tags);
- primary key Customer_tags.pk_Customer_tags  (Customer_id, tags)
~ column Customer_tags.tags: null  not null -> null

### no unique key
ALTER TABLE purchases DROP KEY ux_purchase_number;
+ unique constraint purchases.ux_purchase_number  (number_)

### a unique key that a foreign key needs, not unique any more
ALTER TABLE purchases DROP KEY UKr8dxxpjs7ae2xciw6pqi8p4fa, ADD KEY UKr8dxxpjs7ae2xciw6pqi8p4fa (invoice_id);
+ unique constraint purchases.uq_purchases_invoice_id  (invoice_id)
- index purchases.UKr8dxxpjs7ae2xciw6pqi8p4fa  (invoice_id)

### a unique key more
ALTER TABLE Product ADD UNIQUE (name);
- unique constraint Product.name  (name)

### a unique key of more columns
ALTER TABLE purchases DROP KEY uq_purchase_reference, ADD UNIQUE KEY uq_purchase_reference (customer_id, reference, note);
~ unique constraint purchases.uq_purchase_reference  (customer_id, reference, note) -> (customer_id, reference)

### a unique key of the columns in another order
ALTER TABLE purchases DROP KEY uq_purchase_reference, ADD UNIQUE KEY uq_purchase_reference (reference, customer_id);
~ unique constraint purchases.uq_purchase_reference  (reference, customer_id) -> (customer_id, reference)

### a unique key of another name
ALTER TABLE purchases RENAME INDEX uq_purchase_reference TO only_one;
= nothing
ALTER TABLE purchases RENAME INDEX only_one TO uq_purchase_reference;

### an index instead of a unique key
ALTER TABLE purchases DROP KEY ux_purchase_number, ADD KEY ux_purchase_number (number_);
+ unique constraint purchases.ux_purchase_number  (number_)
- index purchases.ux_purchase_number  (number_)

### no foreign key
ALTER TABLE Category DROP FOREIGN KEY FK_category_parent;
+ foreign key Category.FK_category_parent  (parent_code) references Category (code) on delete set null
- index Category.FK_category_parent  (parent_code)

### no foreign key, and no index of it
ALTER TABLE Category DROP FOREIGN KEY FK_category_parent, DROP KEY FK_category_parent;
+ foreign key Category.FK_category_parent  (parent_code) references Category (code) on delete set null

### a foreign key more
ALTER TABLE purchases ADD FOREIGN KEY (unchecked_id) REFERENCES Product (id);
- foreign key purchases.purchases_ibfk_1  (unchecked_id) references Product (id)
- index purchases.unchecked_id  (unchecked_id)

### a foreign key twice
ALTER TABLE Category ADD CONSTRAINT fk_again FOREIGN KEY (parent_code) REFERENCES Category (code) ON DELETE SET NULL;
- foreign key Category.fk_again  (parent_code) references Category (code) on delete set null

### a foreign key to another table
ALTER TABLE Employee DROP FOREIGN KEY FKh1532ctm019osro9ws47txjge;
ALTER TABLE Employee ADD CONSTRAINT FKh1532ctm019osro9ws47txjge FOREIGN KEY (boss_id) REFERENCES Human (id);
+ foreign key Employee.fk_Employee_boss_id  (boss_id) references Manager (human_id)
- foreign key Employee.FKh1532ctm019osro9ws47txjge  (boss_id) references Human (id)

### on delete cascade, that was not
ALTER TABLE purchases DROP FOREIGN KEY FKfpae29eqew5c1arfx1qmwkojr;
ALTER TABLE purchases ADD CONSTRAINT FKfpae29eqew5c1arfx1qmwkojr FOREIGN KEY (customer_id) REFERENCES Customer (id) ON DELETE CASCADE;
+ foreign key purchases.fk_purchases_customer_id  (customer_id) references Customer (id)
- foreign key purchases.FKfpae29eqew5c1arfx1qmwkojr  (customer_id) references Customer (id) on delete cascade

### no on delete cascade any more
ALTER TABLE CardPayment DROP FOREIGN KEY FKm0ctexy63btl4jc4phitr6ji1;
ALTER TABLE CardPayment ADD CONSTRAINT FKm0ctexy63btl4jc4phitr6ji1 FOREIGN KEY (payer_id) REFERENCES Human (id);
+ foreign key CardPayment.fk_CardPayment_payer_id  (payer_id) references Human (id) on delete cascade
- foreign key CardPayment.FKm0ctexy63btl4jc4phitr6ji1  (payer_id) references Human (id)

### on update cascade
ALTER TABLE Reference DROP FOREIGN KEY fk_Reference_natural_isbn;
ALTER TABLE Reference ADD CONSTRAINT fk_Reference_natural_isbn FOREIGN KEY (natural_isbn) REFERENCES Referenced (isbn_unique) ON UPDATE CASCADE;
~ foreign key Reference.fk_Reference_natural_isbn  (natural_isbn) references Referenced (isbn_unique) on update cascade -> (natural_isbn) references Referenced (isbn_unique)

### on delete restrict, which is the same as nothing
ALTER TABLE Reference DROP FOREIGN KEY fk_Reference_natural_isbn;
ALTER TABLE Reference ADD CONSTRAINT fk_Reference_natural_isbn FOREIGN KEY (natural_isbn) REFERENCES Referenced (isbn_unique) ON DELETE RESTRICT;
= nothing

### a foreign key of another name
ALTER TABLE Passport DROP FOREIGN KEY FKdvwpnqycaile1ecux3losr8rh, ADD CONSTRAINT scribble FOREIGN KEY (owner_id) REFERENCES ByIdentity (id);
= nothing

### no check
ALTER TABLE Checked DROP CONSTRAINT ck_checked_range;
+ check Checked.ck_checked_range  low <= high

### a check more
ALTER TABLE Product ADD CHECK (amount >= 0);
- check Product.CONSTRAINT_1  `amount` >= 0

### a check of another limit
ALTER TABLE Checked DROP CONSTRAINT ck_checked_range, ADD CONSTRAINT ck_checked_range CHECK (low < high);
~ check Checked.ck_checked_range  `low` < `high` -> low <= high

### a looser check of a list, at its column
ALTER TABLE Enums MODIFY asText varchar(255) CHECK (asText IN ('RED', 'GREEN', 'BLUE', 'PINK'));
+ check Enums.ck_Enums_cc49a6e2  asText in ('RED','GREEN','BLUE')
~ column Enums.asText: options  check (astext in ('RED','GREEN','BLUE','PINK'))
ALTER TABLE Enums MODIFY asText varchar(255);

### no check at a column
ALTER TABLE Enums MODIFY ordinal tinyint;
+ check Enums.ck_Enums_8d89c2b1  ordinal between 0 and 2

### a check moved from its column to the table
ALTER TABLE Flags MODIFY zeroOrOne int NOT NULL, ADD CHECK (zeroOrOne IN (0, 1));
= nothing

### the same check in other words
ALTER TABLE Checked DROP CONSTRAINT ck_checked_range, ADD CONSTRAINT ck_checked_range CHECK (((low) <= (high)));
= nothing

### no index
DROP INDEX ix_purchase_note ON purchases;
+ index purchases.ix_purchase_note  (note)

### an index more
CREATE INDEX scribble ON Product (name);
- index Product.scribble  (name)

### a unique index more
CREATE UNIQUE INDEX scribble ON Product (name, amount);
- unique constraint Product.scribble  (name, amount)

### an index of another name
ALTER TABLE purchases RENAME INDEX ix_purchase_note TO scribble;
~ index purchases.scribble  scribble -> ix_purchase_note

### an index of more columns
ALTER TABLE purchases DROP KEY ix_purchase_note, ADD KEY ix_purchase_note (note, placed);
~ index purchases.ix_purchase_note  (note, placed) -> (note)

### an index in the other direction
ALTER TABLE purchases DROP KEY ix_purchase_note, ADD KEY ix_purchase_note (note DESC);
~ index purchases.ix_purchase_note  (note desc) -> (note)

### an index of the beginning of a text
ALTER TABLE purchases DROP KEY ix_purchase_note, ADD KEY ix_purchase_note (note(10));
~ index purchases.ix_purchase_note  (note(10)) -> (note)

### an index that is unique now
ALTER TABLE purchases DROP KEY ix_purchase_note, ADD UNIQUE KEY ix_purchase_note (note);
+ index purchases.ix_purchase_note  (note)
- unique constraint purchases.ix_purchase_note  (note)

### an index of words
ALTER TABLE purchases DROP KEY ix_purchase_note, ADD FULLTEXT KEY ix_purchase_note (note);
~ index purchases.ix_purchase_note  fulltext (note) -> (note)

### an index that is not used
ALTER TABLE purchases ALTER INDEX ix_purchase_note IGNORED;
~ index purchases.ix_purchase_note  (note) IGNORED -> (note)

### an index more that no mapping can say
CREATE INDEX scribble ON Product (name(5));
= nothing
DROP INDEX scribble ON Product;

### another comment of a table
ALTER TABLE Commented COMMENT = 'it''s others';
~ table Commented: comment  'it's others' -> 'things with comments'

### no comment of a table
ALTER TABLE Commented COMMENT = '';
~ table Commented: comment  none -> 'things with comments'

### another comment of a column
ALTER TABLE Commented MODIFY name varchar(255) COMMENT 'other';
~ column Commented.name: comment  'other' -> 'a "name" of many'

### a comment that no entity says
ALTER TABLE Customer MODIFY zip varchar(10) COMMENT 'as printed';
= nothing

### a view, a trigger and a routine more
CREATE VIEW scribble AS SELECT id, name FROM Product;
CREATE TRIGGER scribbled BEFORE UPDATE ON Product FOR EACH ROW SET NEW.amount = OLD.amount;
CREATE FUNCTION scribbling() RETURNS int DETERMINISTIC RETURN 1;
= nothing
DROP VIEW scribble;
DROP TRIGGER scribbled;
DROP FUNCTION scribbling;

### a sequence more
CREATE SEQUENCE scribble;
- sequence scribble

### a sequence less
DROP SEQUENCE Product_SEQ;
+ sequence Product_SEQ  increment 50 cache 0

### a sequence by ones
ALTER SEQUENCE Product_SEQ INCREMENT BY 1;
~ sequence Product_SEQ  increment 1 cache 0 -> increment 50 cache 0

### a sequence from elsewhere
ALTER SEQUENCE ticket_numbers START WITH 1;
~ sequence ticket_numbers  start 1 increment 20 cache 0 -> start 100 increment 20 cache 0

### a sequence set on
ALTER SEQUENCE Product_SEQ RESTART WITH 4711;
= nothing

### a sequence that ends early and begins again
ALTER SEQUENCE Product_SEQ RESTART WITH 1 MAXVALUE 1000 CYCLE;
~ sequence Product_SEQ  increment 50 maximum 1000 cache 0 cycle -> increment 50 maximum 9223372036854775807 cache 0

### a sequence that keeps numbers
ALTER SEQUENCE Product_SEQ CACHE 20;
~ sequence Product_SEQ  increment 50 cache 20 -> increment 50 cache 0

### a sequence renamed
RENAME TABLE Product_SEQ TO Products_SEQ;
+ sequence Product_SEQ  increment 50 cache 0
- sequence Products_SEQ  increment 50 cache 0

### text for a uuid
ALTER TABLE Bytes MODIFY other char(36);
~ column Bytes.other: type  char(36) -> uuid

### a history of rows
ALTER TABLE Remark ADD SYSTEM VERSIONING;
= nothing
ALTER TABLE Remark DROP SYSTEM VERSIONING;

### a view that reads what has another type
ALTER TABLE Customer MODIFY street varchar(300);
CREATE VIEW roads AS SELECT id, street FROM Customer;
~ column Customer.street: type  varchar(300) -> varchar(255)

### a table in parts
ALTER TABLE Oddments PARTITION BY HASH (id) PARTITIONS 2;
= nothing
ALTER TABLE Oddments REMOVE PARTITIONING;

=== everything, as a snapshot says
CREATE VIEW cheap AS SELECT id, name, price FROM Product WHERE price < 10;
CREATE VIEW cheap_names AS SELECT name FROM cheap WHERE name IS NOT NULL;
CREATE TRIGGER product_touch BEFORE UPDATE ON Product FOR EACH ROW SET NEW.amount = OLD.amount + 1;
CREATE FUNCTION doubled(n int) RETURNS int DETERMINISTIC RETURN n * 2;
CREATE PROCEDURE nothing() SELECT 1;
CREATE INDEX product_short ON Product (name(5));
ALTER TABLE Texts ADD FULLTEXT KEY texts_words (wide);
ALTER TABLE Customer MODIFY zip varchar(10) COMMENT 'as printed';

### no view
DROP VIEW cheap_names;
+ view cheap_names  select `cheap`.`name` AS `name` from `cheap` where `cheap`.`name` is not null

### no views, one of which reads the other
DROP VIEW cheap_names, cheap;
+ view cheap  select `Product`.`id` AS `id`,`Product`.`name` AS `name`,`Product`.`price` AS `price` from `Produ...
+ view cheap_names  select `cheap`.`name` AS `name` from `cheap` where `cheap`.`name` is not null

### a broken view
DROP VIEW cheap;
+ view cheap  select `Product`.`id` AS `id`,`Product`.`name` AS `name`,`Product`.`price` AS `price` from `Produ...

### another view
CREATE OR REPLACE VIEW cheap_names AS SELECT name FROM cheap WHERE name > 'a';
~ view cheap_names  select `cheap`.`name` AS `name` from `cheap` where `cheap`.`name` > 'a' -> select `cheap`.`name` AS `name` from `cheap` where `cheap`.`name` is not null

### another view that others read
CREATE OR REPLACE VIEW cheap AS SELECT id, name, price FROM Product WHERE price < 20;
~ view cheap  select `Product`.`id` AS `id`,`Product`.`name` AS `name`,`Product`.`price` AS `price` from `Produ... -> select `Product`.`id` AS `id`,`Product`.`name` AS `name`,`Product`.`price` AS `price` from `Produ...
~ view cheap_names: made again  select `cheap`.`name` AS `name` from `cheap` where `cheap`.`name` is not null -> select `cheap`.`name` AS `name` from `cheap` where `cheap`.`name` is not null

### the same view in other words
CREATE OR REPLACE VIEW cheap AS select Product.id, `name`, (price) from Product where ((price < 10));
= nothing

### a view more
CREATE VIEW scribble AS SELECT 1 AS one;
- view scribble  select 1 AS `one`

### a column of another type below views
ALTER TABLE Product MODIFY name varchar(90) NOT NULL;
~ column Product.name: type  varchar(90) -> varchar(60)

### no trigger
DROP TRIGGER product_touch;
+ trigger Product.product_touch  CREATE TRIGGER `product_touch` BEFORE UPDATE ON `Product` FOR EACH ROW SET NEW.amount = OLD.amoun...

### another trigger
DROP TRIGGER product_touch;
CREATE TRIGGER product_touch BEFORE INSERT ON Product FOR EACH ROW SET NEW.amount = NEW.amount + 1;
~ trigger Product.product_touch  CREATE TRIGGER `product_touch` BEFORE INSERT ON `Product` FOR EACH ROW SET NEW.amount = NEW.amoun... -> CREATE TRIGGER `product_touch` BEFORE UPDATE ON `Product` FOR EACH ROW SET NEW.amount = OLD.amoun...

### a trigger more
CREATE TRIGGER scribble AFTER DELETE ON Category FOR EACH ROW SET @scribble = 1;
- trigger Category.scribble  CREATE TRIGGER `scribble` AFTER DELETE ON `Category` FOR EACH ROW SET @scribble = 1

### another function
DROP FUNCTION doubled;
CREATE FUNCTION doubled(n int) RETURNS int DETERMINISTIC RETURN n * 3;
~ routine doubled  CREATE FUNCTION `doubled`(n int) RETURNS int(11) DETERMINISTIC RETURN n * 3 -> CREATE FUNCTION `doubled`(n int) RETURNS int(11) DETERMINISTIC RETURN n * 2

### a function of another kind
ALTER FUNCTION doubled SQL SECURITY INVOKER;
~ routine doubled  CREATE FUNCTION `doubled`(n int) RETURNS int(11) DETERMINISTIC SQL SECURITY INVOKER RETURN n * 2 -> CREATE FUNCTION `doubled`(n int) RETURNS int(11) DETERMINISTIC RETURN n * 2

### no function
DROP FUNCTION doubled;
+ routine doubled  CREATE FUNCTION `doubled`(n int) RETURNS int(11) DETERMINISTIC RETURN n * 2

### no procedure
DROP PROCEDURE nothing;
+ routine nothing  CREATE PROCEDURE `nothing`() SELECT 1

### a procedure more
CREATE PROCEDURE scribble() SELECT 2;
- routine scribble  CREATE PROCEDURE `scribble`() SELECT 2

### an index of a longer beginning
ALTER TABLE Product DROP KEY product_short, ADD KEY product_short (name(9));
~ index Product.product_short  (name(9)) -> (name(5))

### no index of words
ALTER TABLE Texts DROP KEY texts_words;
+ index Texts.texts_words  fulltext (wide)

### no comment of a column
ALTER TABLE Customer MODIFY zip varchar(10);
~ column Customer.zip: comment  none -> 'as printed'

### a comment more
ALTER TABLE Product COMMENT = 'what we sell';
~ table Product: comment  'what we sell' -> none

### a column of another collation
ALTER TABLE Customer MODIFY street varchar(255) COLLATE utf8mb4_bin;
~ column Customer.street: collation  utf8mb4_bin -> default
ALTER TABLE Customer MODIFY street varchar(255);

### a column of another character set
ALTER TABLE Customer MODIFY street varchar(255) CHARACTER SET latin1;
~ column Customer.street: collation  latin1_swedish_ci -> default
ALTER TABLE Customer MODIFY street varchar(255);

### an invisible column
ALTER TABLE Texts MODIFY letters varchar(255) INVISIBLE;
~ column Texts.letters: options  invisible
ALTER TABLE Texts MODIFY letters varchar(255);

### another character set of a table
ALTER TABLE Oddments CONVERT TO CHARACTER SET latin1;
= nothing
% Left alone, for the model does not say how it is kept: Oddments (collate=latin1_swedish_ci)
ALTER TABLE Oddments CONVERT TO CHARACTER SET utf8mb4;

### another engine
ALTER TABLE Oddments ENGINE = MyISAM;
= nothing
% Left alone, for the model does not say how it is kept: Oddments (engine=myisam)
ALTER TABLE Oddments ENGINE = InnoDB;

### a primary key in another order
ALTER TABLE DerivedPart DROP PRIMARY KEY, ADD PRIMARY KEY (category_code, priority);
~ primary key DerivedPart.pk_DerivedPart  (category_code, priority) -> (priority, category_code)

