package org.limbeck.cli.training;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The protocol of PostgreSQL 3.0, without a password (PostgreSQL manual, chapter "Message Formats"). */
final class PretendPostgresql extends PretendServer {
    private static final int VERSION_3 = 196608;
    private static final int TEXT = 25;

    PretendPostgresql() throws IOException {}

    @Override
    String kind() {
        return "postgresql";
    }

    @Override
    void talk(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        while (in.readInt() != VERSION_3) {
            // It asks for encryption.
            out.writeByte('N');
            out.flush();
            length = in.readInt();
        }
        in.readNBytes(length - 8);
        message(out, 'R', 0);
        for (String parameter : List.of(
                "server_version=17.0",
                "server_encoding=UTF8",
                "client_encoding=UTF8",
                "standard_conforming_strings=on",
                "integer_datetimes=on",
                "DateStyle=ISO, MDY",
                "TimeZone=UTC")) {
            String[] pair = parameter.split("=", 2);
            message(out, 'S', pair[0], pair[1]);
        }
        message(out, 'K', 1, 1);
        new Conversation(in, out).talk();
    }

    /** What follows when the client is let in. */
    private final class Conversation {
        private final DataInputStream in;
        private final DataOutputStream out;
        private final Map<String, String> statements = new HashMap<>();
        private String sql = "";
        private char transaction = 'I';
        private boolean failed;

        Conversation(DataInputStream in, DataOutputStream out) {
            this.in = in;
            this.out = out;
        }

        void talk() throws IOException {
            ready();
            for (char type = (char) in.readByte(); type != 'X'; type = (char) in.readByte()) {
                byte[] content = in.readNBytes(in.readInt() - 4);
                if (type == 'S') {
                    ready();
                } else if (!failed) {
                    take(type, new String(content, StandardCharsets.UTF_8).split("\0", -1));
                }
            }
        }

        private void take(char type, String[] words) throws IOException {
            switch (type) {
                case 'Q' -> {
                    sql = words[0];
                    if (answer(sql) instanceof Answer.Rows) {
                        describe();
                    }
                    execute();
                    ready();
                }
                case 'P' -> {
                    statements.put(words[0], words[1]);
                    message(out, '1');
                }
                case 'B' -> {
                    sql = statements.getOrDefault(words[1], "");
                    message(out, '2');
                }
                case 'C' -> message(out, '3');
                case 'D' -> {
                    if (words[0].charAt(0) == 'S') {
                        sql = statements.getOrDefault(words[0].substring(1), "");
                        message(out, 't', (short) 0);
                    }
                    describe();
                }
                case 'E' -> execute();
                default -> {}
            }
        }

        private void describe() throws IOException {
            if (answer(sql) instanceof Answer.Rows rows) {
                ByteArrayOutputStream columns = new ByteArrayOutputStream();
                for (String column : rows.columns()) {
                    columns.write(bytes(column, 0, (short) 0, TEXT, (short) -1, -1, (short) 0));
                }
                message(out, 'T', (short) rows.columns().size(), columns.toByteArray());
            } else {
                message(out, 'n');
            }
        }

        private void execute() throws IOException {
            Answer answer = answer(sql);
            if (answer instanceof Answer.NoTable) {
                failed = true;
                message(out, 'E', "SERROR", "VERROR", "C42P01", "Mrelation does not exist", (byte) 0);
            } else if (answer instanceof Answer.Rows rows) {
                for (List<String> row : rows.rows()) {
                    ByteArrayOutputStream values = new ByteArrayOutputStream();
                    for (String value : row) {
                        byte[] text = value.getBytes(StandardCharsets.UTF_8);
                        values.write(bytes(text.length, text));
                    }
                    message(out, 'D', (short) row.size(), values.toByteArray());
                }
                message(out, 'C', "SELECT " + rows.rows().size());
            } else if (answer instanceof Answer.Done done) {
                transaction = switch (done.tag()) {
                    case "BEGIN" -> 'T';
                    case "COMMIT", "ROLLBACK" -> 'I';
                    default -> transaction;
                };
                message(out, 'C', done.tag());
            }
        }

        private void ready() throws IOException {
            failed = false;
            message(out, 'Z', (byte) transaction);
            out.flush();
        }
    }

    private static void message(DataOutputStream out, char type, Object... parts) throws IOException {
        byte[] content = bytes(parts);
        out.writeByte(type);
        out.writeInt(content.length + 4);
        out.write(content);
    }

    /** Numbers as they are, texts with a zero behind them. */
    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] bytes) {
                all.writeBytes(bytes);
            } else if (part instanceof String text) {
                all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                all.write(0);
            } else if (part instanceof Byte one) {
                all.write(one);
            } else if (part instanceof Short two) {
                all.writeBytes(ByteBuffer.allocate(2).putShort(two).array());
            } else {
                all.writeBytes(ByteBuffer.allocate(4).putInt((Integer) part).array());
            }
        }
        return all.toByteArray();
    }
}
