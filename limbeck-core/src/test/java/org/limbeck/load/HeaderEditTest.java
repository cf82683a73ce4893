package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.limbeck.error.LimbeckException;
import org.limbeck.load.HeaderOutcome.Found;
import org.limbeck.load.ScriptSource.InFile;

class HeaderEditTest {
    private static final ScriptSource SOURCE = new InFile(Path.of("x"));

    @Test
    void onlyTheParentOfAJavaScriptIsChanged() {
        assertThat(java("/* @Revision(down = \"no\") */\r\n@Revision(id = \"bbbb\", /* x */ down\t=  \"aaaa\" ,\r\n"
                        + " message = \"down = aaaa\")\r\nfinal class S {}  \r\n"))
                .isEqualTo("/* @Revision(down = \"no\") */\r\n@Revision(id = \"bbbb\", /* x */ down\t=  \"eeee\" ,\r\n"
                        + " message = \"down = aaaa\")\r\nfinal class S {}  \r\n");
    }

    @Test
    void aListOfParentsIsReplacedAsAWhole() {
        assertThat(java("@Revision(id = \"bbbb\", down = {\"aaaa\", \"cccc\"}) class S {}"))
                .isEqualTo("@Revision(id = \"bbbb\", down = \"eeee\") class S {}");
    }

    @Test
    void aMissingParentIsAdded() {
        assertThat(java("@org.limbeck.migration.Revision(id = \"bbbb\") class S {}"))
                .isEqualTo("@org.limbeck.migration.Revision(id = \"bbbb\", down = \"eeee\") class S {}");
    }

    @Test
    void severalParentsAreAList() {
        String text = "@Revision(id = \"bbbb\", down = \"aaaa\") class S {}";
        assertThat(HeaderEdit.withDowns(javaHeader(text), text, List.of("eeee", "ffff")))
                .isEqualTo("@Revision(id = \"bbbb\", down = {\"eeee\", \"ffff\"}) class S {}");
    }

    @Test
    void onlyTheParentOfAnSqlScriptIsChanged() {
        assertThat(sql(
                        "\uFEFF--@ revision bbbb\r\n  --@   down\t aaaa, cccc \r\n--@ message down aaaa\r\n--@ upgrade\r\n"
                                + "-- größe\r\n--@ downgrade\r\n"))
                .isEqualTo("\uFEFF--@ revision bbbb\r\n  --@   down\t eeee \r\n--@ message down aaaa\r\n--@ upgrade\r\n"
                        + "-- größe\r\n--@ downgrade\r\n");
    }

    @Test
    void aMissingDirectiveIsAddedWithTheLineEndOfTheFile() {
        assertThat(sql("--@ revision bbbb\r\n--@ upgrade\r\n"))
                .isEqualTo("--@ revision bbbb\r\n--@ down eeee\r\n--@ upgrade\r\n");
        assertThat(sql("--@ revision bbbb\n--@ upgrade\n"))
                .isEqualTo("--@ revision bbbb\n--@ down eeee\n--@ upgrade\n");
    }

    @Test
    void anEmptyDirectiveIsFilled() {
        assertThat(sql("--@ revision bbbb\n--@ down\n--@ upgrade\n"))
                .isEqualTo("--@ revision bbbb\n--@ down eeee\n--@ upgrade\n");
    }

    @Test
    void whatCannotBeChangedIsLeftAlone() {
        String text = "/*\n--@ down none\n*/\n--@ revision bbbb\n--@ down aaaa\n--@ upgrade\n";
        assertThatThrownBy(() -> sql(text))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("The parents of revision bbbb cannot be changed");
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of("\n", "\r\n");
    }

    /** Whatever stands around it stays as it is, and changing back gives the same text again. */
    @Property(tries = 200)
    void changingBackGivesTheSame(@ForAll("endings") String end, @ForAll String body) {
        String clean = body.replaceAll("[\\p{Cntrl}\\p{Cs}*@/-]", "");
        String text = "--@ revision bbbb" + end + "--@ down aaaa" + end + "--@ upgrade" + end + "-- " + clean + end;
        String edited = sql(text);
        assertThat(HeaderEdit.withDowns(sqlHeader(edited), edited, List.of("aaaa")))
                .isEqualTo(text);
    }

    private static String java(String text) {
        return HeaderEdit.withDowns(javaHeader(text), text, List.of("eeee"));
    }

    private static ScriptHeader javaHeader(String text) {
        return ((Found) JavaHeader.read(text, true, SOURCE)).header();
    }

    private static String sql(String text) {
        return HeaderEdit.withDowns(sqlHeader(text), text, List.of("eeee"));
    }

    private static ScriptHeader sqlHeader(String text) {
        return ((Found) SqlHeader.read(text, true, SOURCE)).header();
    }
}
