package org.limbeck.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;

/** The build runs these tests with two versions; this one shows with which. */
class HibernateVersionTest {

    @Test
    void isOneThatWeSupport() {
        assertThat(Version.getVersionString()).matches("(6\\.6|7\\.\\d+)\\..*");
    }
}
