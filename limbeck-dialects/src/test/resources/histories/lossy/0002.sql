--@ revision 0002
--@ down     0001
--@ message  feat: polite

--@ upgrade
UPDATE person SET name = 'Dear ' || name;

--@ downgrade
