--@ revision f6e49cd8c97d
--@ down     b4f4c6589bc5
--@ message  feat: versions of prompt templates
--@ created  2026-10-02T14:20

--@ upgrade
CREATE TABLE prompt_version (
    template_id BIGINT    NOT NULL CONSTRAINT fk_prompt_version_template REFERENCES prompt_template (id) ON DELETE CASCADE,
    version     INTEGER   NOT NULL,
    body        TEXT      NOT NULL,
    saved_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (template_id, version)
);
INSERT INTO prompt_version (template_id, version, body) SELECT id, 1, body FROM prompt_template;
CREATE TRIGGER tr_prompt_template_version AFTER UPDATE OF body ON prompt_template
BEGIN
    INSERT INTO prompt_version (template_id, version, body)
        SELECT NEW.id, COALESCE(MAX(version), 0) + 1, NEW.body FROM prompt_version WHERE template_id = NEW.id;
    UPDATE prompt_template SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;

--@ downgrade
DROP TRIGGER tr_prompt_template_version;
DROP TABLE prompt_version;

--@ verify every template has a version
SELECT id FROM prompt_template t WHERE NOT EXISTS (SELECT 1 FROM prompt_version v WHERE v.template_id = t.id);
