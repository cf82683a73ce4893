--@ revision 0002
--@ down 0001
--@ message feat: forgotten
--@ upgrade
CREATE TABLE forgotten (id integer);
--@ downgrade
