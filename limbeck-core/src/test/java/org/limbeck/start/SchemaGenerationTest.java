package org.limbeck.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Create-all beside a history. */
class SchemaGenerationTest {
    @ParameterizedTest
    @ValueSource(strings = {"update", "create", "create-drop", "create-only", "drop", "DROP-AND-CREATE", "synchronize"})
    void refusesWhatChangesTheSchema(String action) {
        assertThatThrownBy(() -> SchemaGeneration.refuse(Map.of("hibernate.hbm2ddl.auto", action)))
                .hasMessage("""
                        LMB-5108 JPA is set to change the schema by itself, beside the revisions of Limbeck
                          hibernate.hbm2ddl.auto = %s
                          -> Set it to none, or to validate.
                          -> New tables come from revisions:  limbeck revision --autogenerate -m "feat: ..."\
                        """.formatted(action));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "validate", "NONE", ""})
    void letsPassWhatOnlyLooks(String action) {
        SchemaGeneration.refuse(Map.of("hibernate.hbm2ddl.auto", action));
    }

    @Test
    void namesEverySetting() {
        Map<String, Object> both = Map.of(
                "hibernate.hbm2ddl.auto", "update",
                "jakarta.persistence.schema-generation.database.action", "create");
        assertThat(SchemaGeneration.find(both).orElseThrow().why())
                .containsExactly(
                        "hibernate.hbm2ddl.auto = update",
                        "jakarta.persistence.schema-generation.database.action = create");
        assertThat(SchemaGeneration.find(Map.of("hibernate.show_sql", "true"))).isEmpty();
    }
}
