package org.limbeck.settings.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.settings.toml.TomlValue.Text;

class TomlDocumentTest {

    @Test
    void everyValueKnowsItsPlace() {
        TomlTable root = TomlDocument.parse("""
                # settings
                [database.shop]
                url   = "jdbc:sqlite:shop.db"
                exclude = [
                  { table = "a" }, # one
                ]
                """).root();
        TomlTable shop = (TomlTable) present((TomlTable) present(root, "database"), "shop");
        assertThat(shop.keys()).containsExactly("url", "exclude");
        assertThat(shop.keyAt("url")).isEqualTo(new Position(3, 1));
        assertThat(shop.get("url")).isEqualTo(new Text(new Position(3, 9), "jdbc:sqlite:shop.db"));
        TomlValue.Items exclude = (TomlValue.Items) present(shop, "exclude");
        assertThat(exclude.values().get(0).at()).isEqualTo(new Position(5, 3));
    }

    @Test
    void everyStatementThatIsWrongIsReported() {
        TomlDocument document = TomlDocument.parse("""
                a = "open
                b = 1
                c = yes
                [t
                d = 2
                [u]
                e = [1 2]
                f = 3
                f = 4
                """);
        assertThat(document.errors())
                .extracting(error -> error.at().line() + ":" + error.at().column() + " " + error.what())
                .containsExactly(
                        "1:5 The text has no closing \"",
                        "3:5 yes is no value; texts are written in \"quotes\"",
                        "4:3 The header has no closing ]",
                        "7:8 A , or ] is missing in the list",
                        "9:1 'f' is given twice; it is there already in line 8");
        assertThat(document.root().keys()).containsExactly("b", "u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a =",
                "= 1",
                "a = 01",
                "a = 1__0",
                "a = _1",
                "a = 1.",
                "a = .5",
                "a = 0x",
                "a = +0x1",
                "a = 9223372036854775808",
                "a = \"\\q\"",
                "a = \"\\ud800\"",
                "a = \"\\u12\"",
                "a = '\u0001'",
                "a = {b = 1,,}",
                "a = {b = 1 c = 2}",
                "a = {",
                "a = \"\\x4\"",
                "a = [1",
                "a = 2026-13-01",
                "a = 25:00:00",
                "a = 1 b = 2",
                "a.b = 1\na = 2",
                "a = 1\na.b = 2",
                "[a]\n[a]",
                "a = {}\na.b = 1",
                "a = []\n[[a]]",
                "[[a]]\n[a]",
                "[a.b]\n[a]\nb.c = 1",
                "a.b = 1\n[a]",
                "a = \"\"\"open",
                "a \"b\" = 1",
                "\"\"\"a\"\"\" = 1",
                "a\rb = 1"
            })
    void isNoDocument(String text) {
        assertThat(TomlDocument.parse(text).errors()).isNotEmpty();
        assertThat(Plain.theirs(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\ufeffa = 1",
                "a = 1\r\nb = 2\r\n",
                "a.b.c = 1\na.b.d = 2",
                "[a.b]\n[a]\nc = 1",
                "[[a]]\n[a.b]\n[[a]]\n[a.b]",
                "a = [[1, 2], [\"x\"],]",
                "a = [ # note\n1,\n\n2 # two\n]",
                "a = \"\"\"\\\n   joined \\\n  \n  words\"\"\"",
                "a = \"\"\"\"quoted\"\"\"\"",
                "a = ''''x'''''",
                "a = 0",
                "a = -0.0",
                "a = 1e1_0",
                "'' = 1",
                "\"a.b\" = 1",
                "[ a . b ]\nc=1",
                "a = inf\nb = -inf",
                "a = 1987-07-05t17:45:00-07:00",
                "[a.b.c]\n[a]\n[a.b]\nd = 1",
                "a = {b.c = 1, b.d = {}}",
                "1 = 2\n3.5 = 3",
                "a = {b = 1,}",
                "a = {\n b = 1 # one\n}",
                "a = \"\\e\\x41\"",
                "a = 07:32"
            })
    void isADocument(String text) {
        assertThat(TomlDocument.parse(text).errors()).isEmpty();
        assertThat(Plain.ours(text)).isEqualTo(Plain.theirs(text.replace("\ufeff", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "'a = [1]', a list",
        "'a = {}', a table",
        "'a = 1', a whole number",
        "'a = 1.0', a decimal number",
        "'a = true', true",
        "'a = 2026-11-20', a date or time",
        "'a = \"\"', a text"
    })
    void valuesSayWhatTheyAre(String text, String kind) {
        assertThat(present(TomlDocument.parse(text).root(), "a").kind()).isEqualTo(kind);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(TomlDocument.parse("a = " + "[".repeat(100_000)).errors()).hasSize(1);
    }

    private static TomlValue present(TomlTable table, String key) {
        TomlValue value = table.get(key);
        assertThat(value).isNotNull();
        return Objects.requireNonNull(value);
    }
}
