--@ revision c3b7e86a1f20
--@ down     5a0c2f9e7d41
--@ message  feat: versions of prompt templates
--@ created  2026-10-02T14:20

--@ upgrade
CREATE TABLE prompt_version (
    template_id BIGINT    NOT NULL CONSTRAINT fk_prompt_version_template REFERENCES prompt_template (id) ON DELETE CASCADE,
    version     INTEGER   NOT NULL,
    body        TEXT      NOT NULL,
    saved_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_prompt_version PRIMARY KEY (template_id, version)
);
INSERT INTO prompt_version (template_id, version, body) SELECT id, 1, body FROM prompt_template;
CREATE FUNCTION keep_prompt_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO prompt_version (template_id, version, body)
        SELECT NEW.id, COALESCE(MAX(version), 0) + 1, NEW.body FROM prompt_version WHERE template_id = NEW.id;
    NEW.updated_at := CURRENT_TIMESTAMP;
    RETURN NEW;
END
$$;
CREATE TRIGGER tr_prompt_template_version BEFORE UPDATE OF body ON prompt_template
    FOR EACH ROW EXECUTE FUNCTION keep_prompt_version();

--@ downgrade
DROP TRIGGER tr_prompt_template_version ON prompt_template;
DROP FUNCTION keep_prompt_version();
DROP TABLE prompt_version;

--@ verify every template has a version
SELECT id FROM prompt_template t WHERE NOT EXISTS (SELECT 1 FROM prompt_version v WHERE v.template_id = t.id);
