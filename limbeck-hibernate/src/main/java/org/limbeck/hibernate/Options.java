package org.limbeck.hibernate;

import java.util.Optional;

/** Further words of a definition, which Hibernate keeps from version 7 on ({@code @Index(options = "where ...")}). */
final class Options {
    private Options() {}

    /**
     * The words, or nothing.
     *
     * @param object a part of Hibernate's mapping; its method is looked up by name, for version 6.6 has none
     */
    static Optional<String> of(Object object) {
        try {
            Object words = object.getClass().getMethod("getOptions").invoke(object);
            return Optional.ofNullable(words).map(Object::toString).filter(w -> !w.isBlank());
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
