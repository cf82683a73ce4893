--@ revision 0001
--@ upgrade
CREATE TABLE t (id integer NOT NULL PRIMARY KEY);
--@ downgrade
DROP TABLE t;
