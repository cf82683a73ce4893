package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;

/** Runs a test of a slice as JUnit would, with no tie to its version. */
final class Slices {
    private Slices() {}

    /** A test that is given a template. */
    abstract static class WithTemplate {
        @Autowired
        private JdbcTemplate template = new JdbcTemplate();
    }

    static void requireUpToDate(WithTemplate test) throws Exception {
        TestContextManager manager = new TestContextManager(test.getClass());
        manager.beforeTestClass();
        manager.prepareTestInstance(test);
        try {
            assertThat(test.template.queryForObject("SELECT COUNT(*) FROM customer WHERE email IS NULL", Integer.class))
                    .isEqualTo(1);
        } finally {
            manager.getTestContext()
                    .markApplicationContextDirty(
                            org.springframework.test.annotation.DirtiesContext.HierarchyMode.EXHAUSTIVE);
            manager.afterTestClass();
        }
    }
}
