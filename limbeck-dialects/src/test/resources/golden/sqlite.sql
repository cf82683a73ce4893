-- create table
CREATE TABLE "select" (
  id INTEGER NOT NULL CONSTRAINT pk_select PRIMARY KEY AUTOINCREMENT,
  "a b" TEXT NOT NULL DEFAULT 'it''s',
  flag INTEGER DEFAULT 1,
  at TEXT DEFAULT CURRENT_TIMESTAMP,
  n INTEGER DEFAULT (abs(random())),
  u TEXT DEFAULT '00000000-0000-0001-0000-000000000002',
  b BLOB,
  j TEXT,
  nc TEXT COLLATE "NOCASE",
  dbl INTEGER GENERATED ALWAYS AS (n * 2) STORED,
  vir INTEGER GENERATED ALWAYS AS (n * 3) VIRTUAL,
  e TEXT DEFAULT 'b' CONSTRAINT ck_select_e_enum CHECK (e IN ('it''s', 'b')),
  CONSTRAINT "uq_select_a b" UNIQUE ("a b"),
  CONSTRAINT ck_select_d01f770f CHECK (n > 0)
) STRICT;
CREATE INDEX ix_select_n ON "select" (n);

-- create table with a start
CREATE TABLE numbered (
  id INTEGER NOT NULL CONSTRAINT pk_numbered PRIMARY KEY AUTOINCREMENT
);
INSERT INTO sqlite_sequence (name, seq) VALUES ('numbered', 99);

-- create table without rowid
CREATE TABLE pairs (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  CONSTRAINT pk_pairs PRIMARY KEY (a, b)
) WITHOUT ROWID;

-- drop table
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' foreign keys of other tables refer to table orders; drop them first') END FROM (SELECT count(*) AS n FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table' AND k."table" = 'orders' COLLATE NOCASE AND m.name <> 'orders' COLLATE NOCASE);
DROP TABLE orders;

-- rename table
ALTER TABLE orders RENAME TO "Orders 2";

-- rename table in case only
ALTER TABLE orders RENAME TO _limbeck_new_orders;
ALTER TABLE _limbeck_new_orders RENAME TO "ORDERS";

-- comments

-- add column
ALTER TABLE orders ADD COLUMN x VARCHAR(5) NOT NULL DEFAULT 'a';

-- add column with expression
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  x TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders (id, status, kind, "Größe ""x""", state) SELECT id, status, kind, "Größe ""x""", state FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- drop column
ALTER TABLE orders DROP COLUMN "Größe ""x""";

-- drop column with constraint
CREATE VIEW temp._limbeck_violations AS SELECT c."table" AS child, c.rowid AS row, c.parent AS parent FROM sqlite_master AS m, pragma_foreign_key_check(m.name) AS c WHERE m.type = 'table' AND (m.name = 'orders' COLLATE NOCASE OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) AS k WHERE k."table" = 'orders' COLLATE NOCASE));
CREATE TABLE temp._limbeck_former AS SELECT * FROM temp._limbeck_violations;
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> '')
);
INSERT INTO _limbeck_new_orders (id, status, "Größe ""x""", state) SELECT id, status, "Größe ""x""", state FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;
PRAGMA legacy_alter_table = OFF;
ALTER TABLE orders RENAME COLUMN id TO id;
PRAGMA legacy_alter_table = ON;
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows would refer to no row of table orders, or table orders to no other row') END FROM (SELECT max((SELECT count(*) FROM (SELECT * FROM temp._limbeck_violations EXCEPT SELECT * FROM temp._limbeck_former)), (SELECT count(*) FROM temp._limbeck_violations) - (SELECT count(*) FROM temp._limbeck_former)) AS n);
DROP VIEW temp._limbeck_violations;
DROP TABLE temp._limbeck_former;

-- rename column
ALTER TABLE orders RENAME COLUMN status TO "the status";

-- set type
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' values of column orders.status do not fit VARCHAR(10)') END FROM (SELECT count(*) AS n FROM orders WHERE status IS NOT NULL AND (length(status) <= 10) IS NOT TRUE);
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(10) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- set type, truncating
CREATE VIEW temp._limbeck_violations AS SELECT c."table" AS child, c.rowid AS row, c.parent AS parent FROM sqlite_master AS m, pragma_foreign_key_check(m.name) AS c WHERE m.type = 'table' AND (m.name = 'orders' COLLATE NOCASE OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) AS k WHERE k."table" = 'orders' COLLATE NOCASE));
CREATE TABLE temp._limbeck_former AS SELECT * FROM temp._limbeck_violations;
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(10) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders (id, status, kind, "Größe ""x""", state) SELECT id, substr(status, 1, 10), kind, "Größe ""x""", state FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows would refer to no row of table orders, or table orders to no other row') END FROM (SELECT max((SELECT count(*) FROM (SELECT * FROM temp._limbeck_violations EXCEPT SELECT * FROM temp._limbeck_former)), (SELECT count(*) FROM temp._limbeck_violations) - (SELECT count(*) FROM temp._limbeck_former)) AS n);
DROP VIEW temp._limbeck_violations;
DROP TABLE temp._limbeck_former;

-- set type, using
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' values of column orders.status do not fit INTEGER') END FROM (SELECT count(*) AS n FROM orders WHERE (length(status)) IS NOT NULL AND ((length(status)) = CAST((length(status)) AS INTEGER) AND CAST((length(status)) AS INTEGER) BETWEEN -2147483647 - 1 AND 2147483647) IS NOT TRUE);
CREATE VIEW temp._limbeck_violations AS SELECT c."table" AS child, c.rowid AS row, c.parent AS parent FROM sqlite_master AS m, pragma_foreign_key_check(m.name) AS c WHERE m.type = 'table' AND (m.name = 'orders' COLLATE NOCASE OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) AS k WHERE k."table" = 'orders' COLLATE NOCASE));
CREATE TABLE temp._limbeck_former AS SELECT * FROM temp._limbeck_violations;
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status INTEGER NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders (id, status, kind, "Größe ""x""", state) SELECT id, (length(status)), kind, "Größe ""x""", state FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows would refer to no row of table orders, or table orders to no other row') END FROM (SELECT max((SELECT count(*) FROM (SELECT * FROM temp._limbeck_violations EXCEPT SELECT * FROM temp._limbeck_former)), (SELECT count(*) FROM temp._limbeck_violations) - (SELECT count(*) FROM temp._limbeck_former)) AS n);
DROP VIEW temp._limbeck_violations;
DROP TABLE temp._limbeck_former;

-- set not null
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows of table orders have no value in column kind') END FROM (SELECT count(*) AS n FROM orders WHERE kind IS NULL);
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20) NOT NULL,
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- set nullable
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- set default
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20) DEFAULT 'k',
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- drop default
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL,
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- set generation
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2) GENERATED ALWAYS AS (id * 2) STORED,
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders (id, status, kind, state) SELECT id, status, kind, state FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- drop generation
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE,
  CONSTRAINT pk_orders PRIMARY KEY (id)
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- add enum value
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'idle', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- rename enum value
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('up', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders (id, status, kind, "Größe ""x""", state) SELECT id, status, kind, "Größe ""x""", CASE state WHEN 'on' THEN 'up' ELSE state END FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- add check
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE,
  CONSTRAINT ck_orders_12335b9a CHECK (id > 0)
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- add unique
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE,
  CONSTRAINT uq_orders_status UNIQUE (status)
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- add foreign key
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE,
  CONSTRAINT fk_orders_status FOREIGN KEY (status) REFERENCES kind (code)
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows of table orders refer to no row of table kind (fk_orders_status)') END FROM (SELECT count(*) AS n FROM pragma_foreign_key_check('orders') WHERE fkid = 0);

-- add primary key
CREATE TABLE p (
  a INTEGER
);
CREATE TABLE _limbeck_new_p (
  a INTEGER NOT NULL,
  CONSTRAINT pk_p PRIMARY KEY (a)
);
INSERT INTO _limbeck_new_p (a) SELECT a FROM p;
DROP TABLE p;
ALTER TABLE _limbeck_new_p RENAME TO p;

-- drop constraint
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- drop constraint by structure
CREATE VIEW temp._limbeck_violations AS SELECT c."table" AS child, c.rowid AS row, c.parent AS parent FROM sqlite_master AS m, pragma_foreign_key_check(m.name) AS c WHERE m.type = 'table' AND (m.name = 'orders' COLLATE NOCASE OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) AS k WHERE k."table" = 'orders' COLLATE NOCASE));
CREATE TABLE temp._limbeck_former AS SELECT * FROM temp._limbeck_violations;
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows would refer to no row of table orders, or table orders to no other row') END FROM (SELECT max((SELECT count(*) FROM (SELECT * FROM temp._limbeck_violations EXCEPT SELECT * FROM temp._limbeck_former)), (SELECT count(*) FROM temp._limbeck_violations) - (SELECT count(*) FROM temp._limbeck_former)) AS n);
DROP VIEW temp._limbeck_violations;
DROP TABLE temp._limbeck_former;

-- rename constraint
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT "ck 2" CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- replace constraint
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL DEFAULT 'new',
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE,
  CONSTRAINT ck_status CHECK (status > 'a')
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;

-- validate constraint
SELECT CASE WHEN n > 0 THEN json_extract('{}', n || ' rows of table orders refer to no row of table kind (fk_orders_kind)') END FROM (SELECT count(*) AS n FROM pragma_foreign_key_check('orders') WHERE fkid = 0);

-- create index
CREATE UNIQUE INDEX uq_orders_status_a5e5a3c3 ON orders (status DESC, lower(kind)) WHERE id > 5;

-- create index concurrently
CREATE INDEX ix_orders_kind ON orders (kind);

-- drop index
DROP INDEX ix_orders_status;

-- drop index by structure
DROP INDEX ix_orders_status;

-- rename index
DROP INDEX ix_orders_status;
CREATE INDEX "ix 2" ON orders (status DESC) WHERE kind IS NOT NULL;

-- create view
CREATE VIEW v AS SELECT 1 AS one;

-- replace view
DROP VIEW open_orders;
CREATE VIEW open_orders AS SELECT id, status FROM orders;

-- drop view
DROP VIEW open_orders;

-- around views
DROP VIEW open_orders;
CREATE TABLE _limbeck_new_orders (
  id INTEGER NOT NULL CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT,
  status VARCHAR(20) NOT NULL,
  kind VARCHAR(20),
  "Größe ""x""" DECIMAL(12,2),
  state TEXT CONSTRAINT ck_orders_state_enum CHECK (state IN ('on', 'off')),
  CONSTRAINT ck_status CHECK (status <> ''),
  CONSTRAINT uq_orders_kind_status UNIQUE (kind, status),
  CONSTRAINT fk_orders_kind FOREIGN KEY (kind) REFERENCES kind (code) ON DELETE CASCADE
);
INSERT INTO _limbeck_new_orders SELECT * FROM orders;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE _limbeck_new_orders RENAME TO orders;
CREATE INDEX ix_orders_status ON orders (status DESC) WHERE kind IS NOT NULL;
CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END;
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status <> 'done';

-- create trigger
CREATE TRIGGER t AFTER INSERT ON kind BEGIN SELECT 1; SELECT 2; END;

-- drop trigger
DROP TRIGGER tr_orders;

-- enums are kept at columns

-- SQL
UPDATE orders SET kind = ';';
DELETE FROM kind;

-- notes

-- insert
INSERT INTO orders (id, status, "Größe ""x""") VALUES (1, 'it''s \ 
🙂', 1.5), (2, upper('x'), NULL);
INSERT INTO orders (id, kind) VALUES (3, (SELECT code FROM kind WHERE code = 'a'));

-- insert values of many types
INSERT INTO t (a, b, c, d, e) VALUES (1, X'01AB', '2026-11-20', '1970-01-01 00:00:00+00:00', '00000000-0000-0001-0000-000000000002');

-- update
UPDATE orders SET status = 'x' WHERE kind IS NULL;

-- delete
DELETE FROM orders WHERE status = 'x';

-- upsert
INSERT INTO kind (code, label) VALUES ('a', 'A'), ('b', 'B') ON CONFLICT (code) DO UPDATE SET label = excluded.label;
INSERT INTO kind (code) VALUES ('c') ON CONFLICT (code) DO NOTHING;

