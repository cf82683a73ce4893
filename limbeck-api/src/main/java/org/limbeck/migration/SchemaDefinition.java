package org.limbeck.migration;

/**
 * A wanted schema written in Java, in the words of scripts: {@code model = "java:com.example.ShopSchema"}. It needs a
 * constructor without parameters.
 */
public interface SchemaDefinition {

    /** Records everything that is to be there, as a first revision would create it. Nothing runs. */
    void define(Op op);
}
