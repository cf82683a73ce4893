package org.limbeck.env.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user gives them. */
class EnvCommandsTest {
    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";
    private boolean colour;

    @BeforeEach
    void files() throws IOException {
        write(".env.example", "A=1\nB=2\nSECRET_KEY=none\n");
        write(".env", "A=5\nSECRET_KEY=hunter2\n");
    }

    @Test
    void syncWritesAndCheckIsContent() throws IOException {
        assertThat(run("check")).isEqualTo(1);
        assertThat(run("sync", "--check")).isEqualTo(1);
        assertThat(run("sync", "--dry-run")).isZero();
        assertThat(read(".env")).isEqualTo("A=5\nSECRET_KEY=hunter2\n");
        assertThat(run("sync")).isZero();
        assertThat(read(".env")).isEqualTo("A=5\nB=2\nSECRET_KEY=hunter2\n");
        assertThat(run("check")).isZero();
        assertThat(run("sync", "--check")).isZero();
    }

    @Test
    void aMissingFileIsDueAndCreated() throws IOException {
        Files.delete(folder.resolve(".env"));
        assertThat(run("check")).isEqualTo(1);
        assertThat(out).contains(".env does not exist; it would be created from .env.example");
        assertThat(run("sync", "--json")).isZero();
        assertThat(out).contains("\"created\":true", "\"backup\":null", "\"new\":[\"A\",\"B\",\"SECRET_KEY\"]");
        assertThat(read(".env")).isEqualTo(read(".env.example"));
    }

    @Test
    void jsonIsOneLine() {
        assertThat(run("sync", "--json")).isZero();
        assertThat(out)
                .startsWith("{\"new\":[\"B\"],\"changed\":[{\"key\":\"A\",\"kind\":\"numeric_decrease\"},"
                        + "{\"key\":\"SECRET_KEY\",\"kind\":\"string\"}],\"removed\":[],\"warnings\":[],\"backup\":\""
                        + folder.toAbsolutePath().resolve("env-backup"))
                .contains("\"due\":true,\"written\":true,\"created\":false}")
                .hasLineCount(1);
    }

    @Test
    void lengthsAreToldOfWhatIsNoSecretOnly() throws IOException {
        write(".env.example", "A=abc\nB=abc\nC=ab\nKEY=abcde\nD=password=abcde\n");
        write(".env", "A=x\nB=xyz\nC=wxyz\nKEY=x\nD=x\n");
        run("check");
        assertThat(out)
                .containsPattern("A +x +template: abc +text, 2 longer in the template\n")
                .containsPattern("B +xyz +template: abc +text of the same length\n")
                .containsPattern("C +wxyz +template: ab +text, 2 shorter in the template\n")
                .containsPattern("KEY +\\*{6} +template: \\*{6} +text\n")
                .containsPattern("D +x +template: password=\\*{6} +text\n");
    }

    @Test
    void jsonOfErrors() throws IOException {
        write(".env.example", "# none\n");
        assertThat(run("sync", "--json")).isEqualTo(4);
        assertThat(out)
                .isEqualTo(
                        "{\"error\":{\"code\":\"LMB-6004\",\"kind\":\"empty-template\",\"message\":\".env.example has no"
                                + " variables, .env has content\",\"todo\":\"get the complete template of the release; nothing was"
                                + " changed\"}}\n");
        assertThat(err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "check", "sync --dry-run", "sync --dry-run --json", "sync --json", "check --json"})
    void noSecretIsEverShown(String command) throws IOException {
        write(".env", """
                SECRET_KEY=hunter2
                SECRET_KEY="hunter2
                hunter2"
                URL=http://u:hunter2@h
                A=jdbc:x?password=hunter2
                # DB_PASSWORD=hunter2
                hunter2
                GONE_TOKEN='hunter2 hunter2
                # old password: hunter2
                B=-----BEGIN PRIVATE KEY----- hunter2
                """);
        write(".env.example", "SECRET_KEY=hunter2x\nURL=\nA=\nB=1\nNEW_SECRET=hunter2\n");
        run(command.split(" "));
        assertThat(out + err).contains("SECRET_KEY").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "snc | there is no command env snc; sync is the nearest",
                "frobnicate | there is no command env frobnicate",
                "sync --dryrun | there is no option --dryrun; --dry-run is the nearest",
                "sync --jsn | there is no option --jsn; --json is the nearest",
                "check --dry-run | there is no option --dry-run",
                "sync --env | --env needs a value: --env FILE",
                "sync --env= | --env needs a value: --env FILE",
                "sync --json=yes | --json takes no value",
                "sync --check --check | --check is given twice",
                "sync word | there is one word too many: word",
                "restore a b | there is one word too many: b",
                "sync --env a --env b --template c | there are 2 --env and 1 --template",
                "sync --env a --env ./a --template c --template d | --env ./a is given twice",
                "sync --previous a --previous b | there are 2 --previous for 1 file",
                "backups --keep 3 | --keep goes with --prune",
                "backups --prune --keep 0 | --keep must be at least 1",
                "backups --prune --keep x | --keep needs a whole number, not x",
                "sync --lock-timeout -1 | --lock-timeout must be at least 0",
                "sync --template no | there is no file no",
                "sync --renames no | there is no file no",
                "sync --previous no | there is no file no",
                "sync --dir no | there is no file no/.env.example",
                "restore | there is no backup of .env",
                "restore 0009 | there is no backup 0009",
            })
    void wrongUse(String command, String message) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(err).startsWith("LMB-60").contains(message).contains("\n  -> ");
        assertThat(out).isEmpty();
    }

    @Test
    void anEmptyCommandLineShowsTheCommands() {
        assertThat(run()).isEqualTo(2);
        assertThat(err).startsWith("Usage: limbeck env COMMAND");
        assertThat(run("--help")).isZero();
        assertThat(out).contains("sync", "check", "restore", "backups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "check", "restore", "backups"})
    void everyCommandHelps(String command) {
        assertThat(run(command, "--nonsense", "--help")).isZero();
        assertThat(out).startsWith("Usage: limbeck env " + command).contains("--env FILE", "--dir DIR", "--json");
    }

    @Test
    void pairsAreAllLookedAtBeforeTheFirstIsWritten() throws IOException {
        write("empty", "");
        write("two.env", "X=1\n");
        String[] command = {"sync", "--env", ".env", "--template", ".env.example", "--env=two.env", "--template=empty"};
        assertThat(run(command)).isEqualTo(4);
        assertThat(read(".env")).isEqualTo("A=5\nSECRET_KEY=hunter2\n");
        write("empty", "X=2\nY=3\n");
        assertThat(run(command)).isZero();
        assertThat(read(".env")).contains("B=2");
        assertThat(read("two.env")).isEqualTo("X=1\nY=3\n");
    }

    @Test
    void pairsGiveOneObjectEach() throws IOException {
        write("two.env", "X=1\n");
        run(
                "check",
                "--json",
                "--env",
                ".env",
                "--template",
                ".env.example",
                "--env",
                "two.env",
                "--template",
                "two.env");
        assertThat(out).hasLineCount(2);
    }

    @Test
    void theTemplateOfAnotherFileBelongsToIt() throws IOException {
        write("prod.env", "X=1\n");
        write("prod.env.example", "X=2\n# prod\n");
        assertThat(run("sync", "--env", "prod.env")).isZero();
        assertThat(read("prod.env")).isEqualTo("X=1\n# prod\n");
        Files.delete(folder.resolve("prod.env.example"));
        assertThat(run("sync", "--env", "prod.env")).isZero();
        assertThat(out).contains("prod.env merged with .env.example");
    }

    @Test
    void anotherUsualNameOfATemplateIsNamed() throws IOException {
        Files.move(folder.resolve(".env.example"), folder.resolve(".env.sample"));
        assertThat(run("sync")).isEqualTo(2);
        assertThat(err).contains("there is no file .env.example").contains("--template .env.sample");
    }

    @Test
    void namesAreRelativeToTheFolder() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        write("sub/.env.example", "A=1\n");
        assertThat(run("sync", "--dir", "sub")).isZero();
        assertThat(out).startsWith("sub/.env created from sub/.env.example");
        assertThat(read("sub/.env")).isEqualTo("A=1\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws IOException {
        write(".env", "A=\u001b[31mred\u0007\u009b\nC=\u202ertl\n");
        colour = true;
        run("sync", "--dry-run");
        assertThat(out).contains("\\u001b[31mred\\u0007\\u009b").doesNotContain("\u001b[31mred", "\u0007", "\u202e");
    }

    @Test
    void coloursOnlyWhenAsked() {
        run("sync", "--dry-run");
        assertThat(out).doesNotContain("\u001b");
        colour = true;
        run("sync", "--dry-run");
        assertThat(out).contains("\u001b[32m+B=2\u001b[0m");
    }

    @Test
    void longListsAndValuesAreCut() throws IOException {
        StringBuilder template = new StringBuilder("LONG=" + "x".repeat(200) + "\n");
        for (int i = 0; i < 80; i++) {
            template.append("N").append(i).append("=1\n");
        }
        write(".env.example", template.toString());
        run("check");
        assertThat(out).contains("(81)", "and 31 more; --json lists all", "x".repeat(57) + "...");
        assertThat(out).doesNotContain("x".repeat(58));
        run("check", "--json");
        assertThat(out).contains("\"N79\"");
    }

    @Test
    void dryRunAsJsonHasTheDifference() {
        run("sync", "--dry-run", "--json");
        assertThat(out).contains("\"written\":false", "\"diff\":[\" A=5\",\"+B=2\",\" SECRET_KEY=******\"]");
    }

    @Test
    void aChangeOfLineEndsIsOneLine() throws IOException {
        write(".env", "A=1\r\nB=2\r\nSECRET_KEY=none\r\n");
        run("sync", "--dry-run");
        assertThat(out).contains("@ 3 lines the same\n@ line ends: CRLF becomes LF\n");
        write(".env", "A=1\nB=2\nSECRET_KEY=none");
        run("sync", "--dry-run");
        assertThat(out).contains("@ only line ends or a byte order mark change\n");
    }

    @Test
    void restoreAndBackupsAsJson() throws IOException {
        run("sync");
        assertThat(run("restore", "--json")).isZero();
        assertThat(out).startsWith("{\"restored\":\"").contains("_0001\",\"written\":true,\"backup\":\"", "_0002\"}");
        assertThat(read(".env")).isEqualTo("A=5\nSECRET_KEY=hunter2\n");
        assertThat(run("backups", "--prune", "--keep", "1", "--json")).isZero();
        assertThat(out).matches("\\{\"backups\":\\[\"[^\"]*_0002\"],\"deleted\":\\[\"[^\"]*_0001\"]}\n");
    }

    @Test
    void aBackupThatEqualsTheFileIsMarked() {
        run("sync");
        run("restore");
        run("backups");
        assertThat(out.lines().toList()).hasSize(2);
        assertThat(out.lines().toList().get(1)).endsWith("UTC  same as now");
    }

    private int run(String... words) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int exitCode = EnvCommands.run(
                List.of(words),
                new PrintStream(outBytes, false, StandardCharsets.UTF_8),
                new PrintStream(errBytes, false, StandardCharsets.UTF_8),
                folder,
                colour);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exitCode;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
