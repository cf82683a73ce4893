package org.limbeck.model;

import java.nio.file.Path;
import java.util.List;

import org.limbeck.dialect.Dialect;

/** One way to describe the schema that an application wants, such as entity classes or an SQL file. */
public interface ModelSource {

    /** What stands before the colon in {@code model = "hibernate:com.example.shop"}. */
    String scheme();

    /**
     * Reads the wanted schema.
     *
     * @throws org.limbeck.error.LimbeckException if it cannot be read; says which class or file, and why
     */
    Model read(Request request);

    /** Whether it reads classes of the application, which must be found first where Limbeck runs outside of it. */
    default boolean needsClasses() {
        return besideLibraries();
    }

    /** Whether it uses libraries of the application, and is to be loaded beside them, whatever their version. */
    default boolean besideLibraries() {
        return false;
    }

    /**
     * What is asked for.
     *
     * @param address what stands after the colon
     * @param dialect for which database
     * @param folder what relative paths are relative to
     * @param classPath folders, jars, or folders of sources that belong to the application; empty inside an application
     * @param loader the classes of the application and of the mapping library
     */
    record Request(String address, Dialect dialect, Path folder, List<Path> classPath, ClassLoader loader) {
        public Request {
            classPath = List.copyOf(classPath);
        }
    }
}
