--@ revision 13377a900fe2
--@ down     80f110f929fc
--@ message  feat: versions of prompt templates
--@ created  2026-10-02T14:20

--@ upgrade
CREATE TABLE prompt_version (
    template_id BIGINT      NOT NULL,
    version     INT         NOT NULL,
    body        LONGTEXT    NOT NULL,
    saved_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (template_id, version),
    CONSTRAINT fk_prompt_version_template FOREIGN KEY (template_id) REFERENCES prompt_template (id) ON DELETE CASCADE
);
INSERT INTO prompt_version (template_id, version, body) SELECT id, 1, body FROM prompt_template;
DELIMITER //
CREATE TRIGGER tr_prompt_template_version AFTER UPDATE ON prompt_template FOR EACH ROW
BEGIN
    IF NEW.body <> OLD.body THEN
        INSERT INTO prompt_version (template_id, version, body)
            SELECT NEW.id, COALESCE(MAX(version), 0) + 1, NEW.body FROM prompt_version WHERE template_id = NEW.id;
    END IF;
END//
DELIMITER ;

--@ downgrade
DROP TRIGGER tr_prompt_template_version;
DROP TABLE prompt_version;

--@ verify every template has a version
SELECT id FROM prompt_template t WHERE NOT EXISTS (SELECT 1 FROM prompt_version v WHERE v.template_id = t.id);
