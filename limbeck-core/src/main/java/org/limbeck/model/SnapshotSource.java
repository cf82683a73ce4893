package org.limbeck.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** A model that was kept in a file: {@code snapshot:schema.json}. */
final class SnapshotSource implements ModelSource {

    @Override
    public String scheme() {
        return "snapshot";
    }

    @Override
    public Model read(Request request) {
        Path file = request.folder().resolve(request.address());
        try {
            return Model.of(Snapshot.read(Files.readString(file)));
        } catch (IOException e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "The snapshot cannot be read: " + file)
                    .why(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .todo("Make one:  limbeck snapshot " + request.address())
                    .exception(e);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "The file is no snapshot: " + file)
                    .why(String.valueOf(e.getMessage()))
                    .todo("Make it again:  limbeck snapshot " + request.address())
                    .exception(e);
        }
    }
}
