--@ revision 9c27d1e0b5f3
--@ down     4be1a09c77d2
--@ message  feat: customers have an address

--@ upgrade
ALTER TABLE customer ADD COLUMN email varchar(120);

--@ downgrade
ALTER TABLE customer DROP COLUMN email;
