package org.limbeck.load;

import java.io.File;

import org.limbeck.load.ScriptSource.InFile;

/**
 * Tells whether a file was changed since it was first read.
 *
 * @param size in bytes; 0 for what is not a file
 * @param modified in milliseconds; 0 for what is not a file
 */
record SourceStamp(long size, long modified) {

    static SourceStamp of(ScriptSource source) {
        if (source instanceof InFile inFile) {
            File file = new File(inFile.name());
            return new SourceStamp(file.length(), file.lastModified());
        }
        return new SourceStamp(0, 0);
    }

    boolean isOf(ScriptSource source) {
        SourceStamp now = of(source);
        return now.size == size && now.modified == modified;
    }
}
