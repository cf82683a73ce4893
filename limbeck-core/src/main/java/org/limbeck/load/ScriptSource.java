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

    /** A file that lies beside it, such as rows to load. */
    TextSource beside(String file);

    /**
     * Text in a file.
     *
     * @param name its path as text, for there may be very many of them
     */
    record InFile(String name) implements TextSource {
        public InFile(Path path) {
            this(path.toString());
        }

        public Path path() {
            return Path.of(name);
        }

        @Override
        public InputStream open() throws IOException {
            return new FileInputStream(name);
        }

        @Override
        public TextSource beside(String file) {
            return new InFile(path().resolveSibling(file));
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

        @Override
        public TextSource beside(String file) {
            return new InResource(loader, resource.substring(0, resource.lastIndexOf('/') + 1) + file);
        }
    }

    /**
     * A compiled class on the class path.
     *
     * @param sourceHash the {@link SourceHash} that the index of the class path notes
     * @param codeHash the hash of its code that the index notes
     */
    record InClass(ClassLoader loader, String className, String sourceHash, String codeHash) implements ScriptSource {
        @Override
        public String name() {
            return "classpath:" + className;
        }

        @Override
        public TextSource beside(String file) {
            int dot = className.lastIndexOf('.') + 1;
            return new InResource(loader, className.substring(0, dot).replace('.', '/') + file);
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
