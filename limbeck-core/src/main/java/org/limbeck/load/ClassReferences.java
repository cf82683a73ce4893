package org.limbeck.load;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Which classes a compiled class names, read from its constant pool. */
final class ClassReferences {
    private static final int HEADER = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;

    private ClassReferences() {}

    /** The binary names of the classes, arrays left out. */
    static Set<String> of(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(HEADER);
            return names(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        String[] texts = new String[size];
        Set<Integer> classes = new HashSet<>();
        for (int i = 1; i < size; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts[i] = in.readUTF();
            } else if (tag == CLASS) {
                classes.add(in.readUnsignedShort());
            } else {
                in.skipNBytes(length(tag));
                i += tag == LONG || tag == DOUBLE ? 1 : 0;
            }
        }
        Set<String> names = new HashSet<>();
        classes.forEach(index -> names.add(texts[index].replace('/', '.')));
        return names;
    }

    /** How many bytes follow a tag, by the class file format of Java 17 to 25. */
    private static int length(int tag) {
        return switch (tag) {
            case 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalArgumentException("constant pool tag " + tag);
        };
    }
}
