package org.limbeck.hibernate;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource;

/**
 * The wanted schema as JPA annotations and Hibernate's rules give it, for the database at hand. No database is asked.
 * Works with the Hibernate of the application, 6.6 or 7. Immutable and thread-safe.
 */
public final class HibernateSource implements ModelSource {
    private static final String LOGGING = "org.jboss.logging.provider";

    @Override
    public String scheme() {
        return "hibernate";
    }

    @Override
    public boolean besideLibraries() {
        return true;
    }

    @Override
    public Model read(Request request) {
        HibernateAddress address = HibernateAddress.parse(request.address());
        if (!request.classPath().isEmpty() && System.getProperty(LOGGING) == null) {
            // Outside of the application its logging must not print: the JDK's is silenced.
            System.setProperty(LOGGING, "jdk");
        }
        try {
            return Quiet.during(() -> read(address, request));
        } catch (NoClassDefFoundError e) {
            throw missing(request, e);
        }
    }

    private static RuntimeException missing(Request request, NoClassDefFoundError e) {
        String name = String.valueOf(e.getMessage()).replace('/', '.');
        boolean hibernate = name.startsWith("org.hibernate.") || name.startsWith("jakarta.persistence.");
        String what = hibernate ? "Hibernate is not on the class path" : "A class is not on the class path: " + name;
        Problem problem = Problem.of(ErrorCode.NO_CLASS_PATH, what + " of the model hibernate:" + request.address());
        return (hibernate ? problem.why("Missing is " + name + ".") : problem)
                .todo("Let the application depend on org.hibernate.orm:hibernate-core, 6.6 or 7.")
                .todo("Or name its places in limbeck.toml:  class-path = [\"target/classes\", \"lib/*.jar\"]")
                .exception(e);
    }

    private static Model read(HibernateAddress address, Request request) {
        try (MappedMetadata mapped = MappedMetadata.build(address, request)) {
            return new ModelReader(mapped.metadata(), request.dialect()).read();
        }
    }
}
