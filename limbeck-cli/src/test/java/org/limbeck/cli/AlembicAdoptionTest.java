package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** A folder and a table as Alembic 1.20 leaves them: a line, a branch with a label and a dependency, a merge. */
class AlembicAdoptionTest {
    private static final String UP = """
            CREATE TABLE alembic_version (
                version_num VARCHAR(32) NOT NULL,\s
                CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
            );

            -- Running upgrade  -> 1975ea83b712

            CREATE TABLE account (
                id INTEGER NOT NULL,\s
                name VARCHAR(50) NOT NULL,\s
                PRIMARY KEY (id)
            );

            INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712') RETURNING version_num;

            -- Running upgrade 1975ea83b712 -> ae1027a6acf0

            ALTER TABLE account ADD COLUMN last_at DATETIME;

            INSERT INTO account (id, name) VALUES (1, 'a;b');

            UPDATE alembic_version SET version_num='ae1027a6acf0' WHERE alembic_version.version_num = '1975ea83b712';

            -- Running upgrade 1975ea83b712 -> 27c6a30d7c24

            CREATE INDEX ix_account_name ON account (name);

            UPDATE alembic_version SET version_num='27c6a30d7c24' WHERE alembic_version.version_num = 'ae1027a6acf0';

            -- Running upgrade 27c6a30d7c24, ae1027a6acf0 -> 53fffde5ad5f

            UPDATE alembic_version SET version_num='53fffde5ad5f' WHERE alembic_version.version_num = '27c6a30d7c24';

            """;

    private static final String DOWN = """
            -- Running downgrade 53fffde5ad5f -> 27c6a30d7c24, ae1027a6acf0

            UPDATE alembic_version SET version_num='27c6a30d7c24' WHERE alembic_version.version_num = '53fffde5ad5f';

            -- Running downgrade 27c6a30d7c24 -> 1975ea83b712

            DROP INDEX ix_account_name;

            UPDATE alembic_version SET version_num='ae1027a6acf0' WHERE alembic_version.version_num = '27c6a30d7c24';

            -- Running downgrade ae1027a6acf0 -> 1975ea83b712

            ALTER TABLE account DROP COLUMN last_at;

            UPDATE alembic_version SET version_num='1975ea83b712' WHERE alembic_version.version_num = 'ae1027a6acf0';

            -- Running downgrade 1975ea83b712 ->\s

            DROP TABLE account;

            DELETE FROM alembic_version WHERE alembic_version.version_num = '1975ea83b712';

            """;

    private static final String[] ADOPT = {"adopt", "alembic", "--from", "alembic"};

    @TempDir
    private Path folder;

    private TestDatabase sqlite = TestDatabase.sqliteInMemory();
    private TestShell shell = new TestShell(Path.of("."));

    @BeforeEach
    void begin() throws SQLException {
        sqlite.close();
        sqlite = TestDatabase.create(DatabaseKind.SQLITE);
        shell = new TestShell(folder)
                .project("[database.shop]\nurl = \"" + sqlite.url() + "\"\nscripts = \"migrations\"\n");
        revision(
                "1975ea83b712_create_account.py",
                "revision: str = '1975ea83b712'\ndown_revision: Union[str, Sequence[str], None] = None\n",
                "create account table",
                "    op.create_table('account', sa.Column('id', sa.Integer, primary_key=True))");
        revision(
                "ae1027a6acf0_add_a_column.py",
                "revision = \"ae1027a6acf0\"\ndown_revision = '1975ea83b712'\nbranch_labels = None\ndepends_on = None\n",
                "Add a column",
                "    \"\"\"Upgrade schema.\"\"\"\n    op.add_column('account', sa.Column('last_at', sa.DateTime))");
        revision(
                "27c6a30d7c24_search.py",
                "revision: str = '27c6a30d7c24'\ndown_revision: Union[str, None] = '1975ea83b712'\n"
                        + "branch_labels: Union[str, Sequence[str], None] = ('search',)\n"
                        + "depends_on: Union[str, Sequence[str], None] = 'ae1027a6acf0'\n",
                "search side",
                "    op.create_index('ix_account_name', 'account', ['name'])");
        revision(
                "53fffde5ad5f_merge.py",
                "revision: str = '53fffde5ad5f'\n"
                        + "down_revision: Union[str, Sequence[str], None] = ('27c6a30d7c24',  # both\n  'ae1027a6acf0')\n",
                "merge both",
                "    \"\"\"Upgrade schema.\"\"\"\n    pass");
        shell.file("up.sql", UP);
        shell.file("down.sql", DOWN);
        sqlite.execute(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('ae1027a6acf0')",
                "CREATE TABLE account (id INTEGER NOT NULL, name VARCHAR(50) NOT NULL, last_at DATETIME, PRIMARY KEY (id))");
    }

    @AfterEach
    void end() {
        sqlite.close();
    }

    private void revision(String name, String fields, String message, String body) {
        shell.file(
                "alembic/versions/" + name,
                "\"\"\"" + message
                        + "\n\nRevision ID: x\nRevises: y\nCreate Date: 2026-11-20 11:40:12.386248\n\n\"\"\"\n"
                        + "from alembic import op\nimport sqlalchemy as sa\n\n# revision identifiers\n" + fields
                        + "\n\ndef upgrade() -> None:\n" + body + "\n\n\ndef downgrade() -> None:\n    pass\n");
    }

    @Test
    void theGraphAndTheIdsStayAndOnlyTheRestRuns() throws Exception {
        TestShell.Result adopted = shell.limbeck(
                        "adopt",
                        "alembic",
                        "--from",
                        "alembic",
                        "--sql-file",
                        "up.sql",
                        "--downgrade-sql-file",
                        "down.sql")
                .exits(0);

        assertThat(adopted.out())
                .contains("Read 4 files of Alembic and 1 row of alembic_version")
                .contains("2 revisions recorded as applied, 2 revisions pending");
        assertThat(Files.readString(folder.resolve("migrations/versions/27c6a30d7c24_search.sql")))
                .isEqualTo("""
                        --@ revision   27c6a30d7c24
                        --@ down       1975ea83b712
                        --@ depends-on ae1027a6acf0
                        --@ labels     search
                        --@ created    2026-11-20T11:40:12
                        --@ message    search side
                        -- carried over from Alembic: versions/27c6a30d7c24_search.py

                        --@ upgrade
                        CREATE INDEX ix_account_name ON account (name);

                        --@ downgrade
                        DROP INDEX ix_account_name;
                        """);
        assertThat(shell.limbeck("current").out()).contains("ae1027a6acf0").contains("behind by 2");
        assertThat(shell.limbeck("upgrade").exits(0).out())
                .contains("27c6a30d7c24")
                .contains("53fffde5ad5f");
        assertThat(shell.limbeck("show", "search@head").exits(0).out()).contains("53fffde5ad5f");
        shell.limbeck("downgrade", "base", "--allow-data-loss").exits(0);
        shell.limbeck("upgrade").exits(0);
        assertThat(shell.limbeck("current").out()).contains("up to date");
    }

    @Test
    void withoutItsSqlARevisionStopsOnANewDatabase() throws Exception {
        assertThat(shell.limbeck(ADOPT).exits(0).out())
                .contains(
                        "versions/ae1027a6acf0_add_a_column.py     Python; its revision stops until it is written anew")
                .contains("alembic upgrade heads --sql > up.sql");

        assertThat(Files.readString(folder.resolve("migrations/versions/1975ea83b712_create_account.sql")))
                .contains("\n-- Python for Alembic:\n")
                .contains("\n--     op.create_table('account', sa.Column('id', sa.Integer, primary_key=True))\n");
        shell.file("new.toml", "[database.fresh]\nurl = \"jdbc:sqlite:fresh.db\"\nscripts = \"migrations\"\n");
        assertThat(shell.limbeck("-c", "new.toml", "upgrade").exits(1).err())
                .contains(
                        "1975ea83b712_create_account.py was a migration in Python for Alembic, and is not written anew");
        assertThat(shell.limbeck("upgrade").exits(1).err()).contains("27c6a30d7c24_search.py was a migration");
    }

    @Test
    void aMergeHasNoRowsOfItsOwnAndSeveralHeadsAreTaken() throws Exception {
        Files.delete(folder.resolve("alembic/versions/53fffde5ad5f_merge.py"));
        revision(
                "77aa00bb11cc_other.py",
                "revision = '77aa00bb11cc'\ndown_revision = '1975ea83b712'\n",
                "other side",
                "    pass");
        sqlite.execute("INSERT INTO alembic_version VALUES ('77aa00bb11cc')");

        assertThat(shell.limbeck(ADOPT).exits(0).out()).contains("3 revisions recorded as applied, 1 revision pending");
    }

    @Test
    void aRowThatNoFileKnowsIsRefused() throws Exception {
        sqlite.execute("UPDATE alembic_version SET version_num = 'feedfacecafe'");

        assertThat(shell.limbeck(ADOPT).exits(4).err())
                .startsWith("LMB-5111 alembic_version names revision feedfacecafe, which no file has");
    }

    @Test
    void fieldsThatAreNoLiteralsAreRefused() {
        revision("computed.py", "revision = 'aa00' + 'bb11'\ndown_revision = PARENT\n", "computed", "    pass");

        assertThat(shell.limbeck(ADOPT).exits(1).err())
                .startsWith("LMB-1110 It gives no literal for")
                .contains("versions/computed.py");
    }
}
