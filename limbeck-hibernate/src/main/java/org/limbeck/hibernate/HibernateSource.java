package org.limbeck.hibernate;

import org.limbeck.model.Model;
import org.limbeck.model.ModelSource;

/**
 * The wanted schema as JPA annotations and Hibernate's rules give it, for the database at hand. No database is asked.
 * Works with the Hibernate of the application, 6.6 or 7. Immutable and thread-safe.
 */
public final class HibernateSource implements ModelSource {

    @Override
    public String scheme() {
        return "hibernate";
    }

    @Override
    public Model read(Request request) {
        HibernateAddress address = HibernateAddress.parse(request.address());
        return Quiet.during(() -> read(address, request));
    }

    private static Model read(HibernateAddress address, Request request) {
        try (MappedMetadata mapped = MappedMetadata.build(address, request)) {
            return new ModelReader(mapped.metadata(), request.dialect()).read();
        }
    }
}
