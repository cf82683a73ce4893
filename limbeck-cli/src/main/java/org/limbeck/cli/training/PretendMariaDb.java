package org.limbeck.cli.training;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The protocol of MariaDB, without looking at the password (MariaDB knowledge base, "Client/Server Protocol"). */
final class PretendMariaDb extends PretendServer {
    /** Protocol 4.1, transactions, authentication by plug-in, a database at once; rows end with a packet of their own. */
    private static final int CAPABILITIES = 0x1 | 0x8 | 0x200 | 0x2000 | 0x8000 | 0x80000;

    private static final int QUIT = 1;
    private static final int QUERY = 3;
    private static final int VAR_STRING = 0xfd;
    private static final byte[] OK = {0, 0, 0, 2, 0, 0, 0};
    private static final byte[] END = {(byte) 0xfe, 0, 0, 2, 0};

    PretendMariaDb() throws IOException {}

    @Override
    String kind() {
        return "mariadb";
    }

    @Override
    void talk(DataInputStream in, DataOutputStream out) throws IOException {
        packet(out, 0, greeting());
        out.flush();
        read(in);
        packet(out, 2, OK);
        out.flush();
        for (byte[] command = read(in); command[0] != QUIT; command = read(in)) {
            if (command[0] == QUERY) {
                tell(out, answer(new String(command, 1, command.length - 1, StandardCharsets.UTF_8)));
            } else {
                packet(out, 1, OK);
            }
            out.flush();
        }
    }

    private static byte[] greeting() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(10);
        all.writeBytes("5.5.5-10.11.0-MariaDB\0".getBytes(StandardCharsets.US_ASCII));
        number(all, 1, 4);
        all.writeBytes("12345678\0".getBytes(StandardCharsets.US_ASCII));
        number(all, CAPABILITIES & 0xffff, 2);
        number(all, 45, 1);
        number(all, 2, 2);
        number(all, CAPABILITIES >>> 16, 2);
        number(all, 21, 1);
        all.writeBytes(new byte[10]);
        all.writeBytes("123456789012\0mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static void tell(DataOutputStream out, Answer answer) throws IOException {
        if (answer instanceof Answer.Done done) {
            byte[] ok = OK.clone();
            ok[1] = (byte) (done.tag().endsWith("1") ? 1 : 0);
            packet(out, 1, ok);
        } else if (answer instanceof Answer.NoTable) {
            ByteArrayOutputStream error = new ByteArrayOutputStream();
            error.write(0xff);
            number(error, 1146, 2);
            error.writeBytes("#42S02no such table".getBytes(StandardCharsets.US_ASCII));
            packet(out, 1, error.toByteArray());
        } else if (answer instanceof Answer.Rows rows) {
            tell(out, rows);
        }
    }

    private static void tell(DataOutputStream out, Answer.Rows rows) throws IOException {
        int sequence = 1;
        packet(out, sequence++, new byte[] {(byte) rows.columns().size()});
        for (String column : rows.columns()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String part : List.of("def", "training", "t", "t", column, column)) {
                text(all, part);
            }
            number(all, 12, 1);
            number(all, 45, 2);
            number(all, 255, 4);
            number(all, VAR_STRING, 1);
            number(all, 0, 5);
            packet(out, sequence++, all.toByteArray());
        }
        packet(out, sequence++, END);
        for (List<String> row : rows.rows()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            row.forEach(value -> text(all, value));
            packet(out, sequence++, all.toByteArray());
        }
        packet(out, sequence, END);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
        in.readByte();
        return in.readNBytes(length);
    }

    private static void packet(DataOutputStream out, int sequence, byte[] content) throws IOException {
        out.write(content.length);
        out.write(content.length >>> 8);
        out.write(content.length >>> 16);
        out.write(sequence);
        out.write(content);
    }

    private static void number(ByteArrayOutputStream to, int number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to.write(number >>> 8 * i);
        }
    }

    /** Of less than 251 bytes. */
    private static void text(ByteArrayOutputStream to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.write(bytes.length);
        to.writeBytes(bytes);
    }
}
