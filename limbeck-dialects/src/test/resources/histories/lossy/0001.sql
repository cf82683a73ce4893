--@ revision 0001
--@ message  feat: people

--@ upgrade
CREATE TABLE person (id integer NOT NULL PRIMARY KEY, name varchar(80) NOT NULL);

--@ downgrade
DROP TABLE person;
