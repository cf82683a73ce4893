--@ revision 77aa01bb02cc
--@ message  feat: parts

--@ upgrade
CREATE TABLE part (id integer NOT NULL PRIMARY KEY);

--@ downgrade
DROP TABLE part;
