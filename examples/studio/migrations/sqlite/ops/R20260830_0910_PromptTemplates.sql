--@ revision b4f4c6589bc5
--@ message  feat: prompt templates
--@ created  2026-08-30T09:10

--@ upgrade
CREATE TABLE prompt_template (
    id         INTEGER      NOT NULL PRIMARY KEY AUTOINCREMENT,
    name       VARCHAR(100) NOT NULL CONSTRAINT uq_prompt_template_name UNIQUE,
    body       TEXT         NOT NULL,
    updated_at TIMESTAMP    NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO prompt_template (name, body) VALUES
    ('summarise', 'Summarise the following text in three sentences: {{text}}'),
    ('translate', 'Translate into {{language}}: {{text}}');

--@ downgrade
DROP TABLE prompt_template;
