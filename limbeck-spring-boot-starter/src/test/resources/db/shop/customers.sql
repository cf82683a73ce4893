--@ revision 4be1a09c77d2
--@ message  feat: customers

--@ upgrade
CREATE TABLE customer (id integer NOT NULL PRIMARY KEY, name varchar(80) NOT NULL);
INSERT INTO customer (id, name) VALUES (1, 'Ada');

--@ downgrade
DROP TABLE customer;
