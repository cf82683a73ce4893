package org.limbeck.load;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Where a script comes from. */
public sealed interface ScriptSource {

    /** The name by which the user knows it: a path, or {@code classpath:} and a resource or class. */
    String name();

    /** Text in a file. */
    record InFile(Path path) implements TextSource {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public InputStream open() throws IOException {
            return new FileInputStream(path.toFile());
        }
    }

    /** Text on the class path. */
    record InResource(ClassLoader loader, String resource) implements TextSource {
        @Override
        public String name() {
            return "classpath:" + resource;
        }

        @Override
        public InputStream open() throws IOException {
            InputStream stream = loader.getResourceAsStream(resource);
            if (stream == null) {
                throw new IOException("the class path has no " + resource);
            }
            return stream;
        }
    }

    /**
     * A compiled class on the class path.
     *
     * @param sourceHash the {@link SourceHash} that the compiler's index noted
     */
    record InClass(ClassLoader loader, String className, String sourceHash) implements ScriptSource {
        @Override
        public String name() {
            return "classpath:" + className;
        }
    }

    /** A source with readable text. */
    sealed interface TextSource extends ScriptSource permits InFile, InResource {

        /** Opens the text, UTF-8. */
        InputStream open() throws IOException;

        /**
         * The whole content.
         *
         * @throws LimbeckException FILE_PROBLEM if it cannot be read
         */
        default byte[] bytes() {
            try (InputStream stream = open()) {
                return stream.readAllBytes();
            } catch (IOException | UncheckedIOException e) {
                throw unreadable(e).exception(e);
            }
        }

        /** The problem of a source that cannot be read. */
        default Problem unreadable(Exception e) {
            return Problem.of(ErrorCode.FILE_PROBLEM, "The script cannot be read.")
                    .at(name(), 0)
                    .why(String.valueOf(e.getMessage()));
        }
    }
}
