package org.limbeck.load;

import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.SimpleJavaFileObject;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptSource.InFile;

/** One Java file as the compiler sees it. Its name says nothing about the class in it. */
final class JavaSource extends SimpleJavaFileObject {
    private static final String REVISION = "Revision";

    private final Path path;
    private final byte[] bytes;
    private final String text;

    private JavaSource(Path path, byte[] bytes, String text) {
        super(path.toUri(), Kind.SOURCE);
        this.path = path;
        this.bytes = bytes;
        this.text = text;
    }

    /** @throws LimbeckException FILE_PROBLEM, or UNREADABLE_SCRIPT for what is not UTF-8 or holds two revisions */
    static JavaSource read(Path path) {
        byte[] bytes = new InFile(path).bytes();
        String text;
        try {
            text = ScriptText.decoded(bytes);
        } catch (CharacterCodingException e) {
            throw HeaderReader.notUtf8(new InFile(path)).exception(e);
        }
        boolean mayBeTwo = text.indexOf(REVISION) != text.lastIndexOf(REVISION);
        if (mayBeTwo && JavaHeader.count(text) > 1) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The file holds more than one revision.")
                    .at(path.toString(), 0)
                    .todo("give each its own file: only the first is seen otherwise")
                    .exception();
        }
        return new JavaSource(path, bytes, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The path as the user knows it. */
    String displayName() {
        return path.toString();
    }

    /** The {@link SourceHash} of the script. */
    String sourceHash() {
        return SourceHash.ofJava(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Everything of it that the compiled classes depend on. */
    void digest(MessageDigest digest) {
        digest.update(String.valueOf(path.getFileName()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        digest.update((byte) 0);
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE;
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
        return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
        return null;
    }

    @Override
    public URI toUri() {
        return uri;
    }
}
