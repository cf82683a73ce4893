--@ revision 0001
--@ parameter tenant
--@ upgrade
CREATE TABLE ${tenant:identifier} (id integer NOT NULL PRIMARY KEY);
--@ downgrade
DROP TABLE ${tenant:identifier};
