package org.limbeck.bench.floor;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Reads the first two kilobytes of each file in a folder, and makes nothing of them. */
public final class Heads {
    private Heads() {}

    /** @param words the folder */
    public static void main(String[] words) throws IOException {
        File folder = new File(words[0]);
        String[] names = folder.list();
        Arrays.sort(names);
        byte[] buffer = new byte[2048];
        long bytes = 0;
        for (String name : names) {
            try (FileInputStream stream = new FileInputStream(new File(folder, name))) {
                bytes += stream.read(buffer);
            }
        }
        System.out.println(names.length + " files, " + bytes + " bytes");
    }
}
