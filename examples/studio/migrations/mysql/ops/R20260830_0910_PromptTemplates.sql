--@ revision 80f110f929fc
--@ message  feat: prompt templates
--@ created  2026-08-30T09:10

--@ upgrade
CREATE TABLE prompt_template (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name       VARCHAR(100) NOT NULL,
    body       LONGTEXT     NOT NULL,
    updated_at DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    UNIQUE KEY uq_prompt_template_name (name)
) COMMENT = 'prompts with {{places}} for values';
INSERT INTO prompt_template (name, body) VALUES
    ('summarise', 'Summarise the following text in three sentences: {{text}}'),
    ('translate', 'Translate into {{language}}: {{text}}');

--@ downgrade
DROP TABLE prompt_template;
