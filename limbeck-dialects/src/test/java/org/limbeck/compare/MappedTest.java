package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/** What entity mappings cannot say is as it is in the database; what they can say is not. */
class MappedTest {
    private static final QualifiedName OTHER = QualifiedName.parse("other");
    private static final Table EMPTY = Table.of(
            QualifiedName.parse("t"),
            List.of(Column.of("a", DataType.of(TypeKind.INTEGER)), Column.of("b", DataType.of(TypeKind.INTEGER))));

    private static Index index(String name, String... columns) {
        return Index.of(Arrays.stream(columns).map(IndexMember::column).toList())
                .named(name);
    }

    @Test
    void theOrderOfAPrimaryKeyIsThatOfTheDatabase() {
        Table live = EMPTY.plus(PrimaryKey.of("b", "a").named("pk"));
        assertThat(Mapped.likened(EMPTY.plus(PrimaryKey.of("a", "b")), live).primaryKey())
                .contains(PrimaryKey.of("b", "a"));
        assertThat(Mapped.likened(EMPTY.plus(PrimaryKey.of("a")), live).primaryKey())
                .contains(PrimaryKey.of("a"));
    }

    @Test
    void thePairsOfAForeignKeyMayStandInAnyOrder() {
        Table live = EMPTY.plus(ForeignKey.of(List.of("b", "a"), OTHER, List.of("y", "x")));
        ForeignKey same = ForeignKey.of(List.of("a", "b"), OTHER, List.of("x", "y"));
        ForeignKey crossed = ForeignKey.of(List.of("a", "b"), OTHER, List.of("y", "x"));
        assertThat(Mapped.likened(EMPTY.plus(same), live).foreignKeys()).isEqualTo(live.foreignKeys());
        assertThat(Mapped.likened(EMPTY.plus(crossed), live).foreignKeys()).containsExactly(crossed);
    }

    @Test
    void indexesThatMappingsCannotSayAreLeftAlone() {
        Index partial = index("ix_open", "a").where("b IS NULL");
        Index method = index("ix_words", "a").using("gin");
        Index plain = index("ix_plain", "b");
        Table live = EMPTY.plus(partial).plus(method).plus(plain);
        assertThat(Mapped.likened(EMPTY, live).indexes()).containsExactly(partial, method);
    }

    @Test
    void anIndexThatIsWantedUnderTheNameIsCompared() {
        Table live = EMPTY.plus(index("ix_open", "a").where("b IS NULL"));
        Index wanted = index("IX_OPEN", "a");
        assertThat(Mapped.likened(EMPTY.plus(wanted), live).indexes()).containsExactly(wanted);
    }
}
