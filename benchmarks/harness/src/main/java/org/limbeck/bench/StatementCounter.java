package org.limbeck.bench;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and its server, passes everything on, and counts the statements that go by: of PostgreSQL the
 * messages Query and Execute, of MySQL and MariaDB the commands QUERY and EXECUTE. So all are counted alike, whatever
 * driver they use and whatever the server can tell.
 */
final class StatementCounter implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int COM_QUERY = 0x03;
    private static final int COM_EXECUTE = 0x17;

    private final ServerSocket entrance;
    private final int server;
    private final boolean postgresql;
    private final AtomicInteger statements = new AtomicInteger();

    StatementCounter(Target target) throws IOException {
        entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        server = target.port();
        postgresql = target.url().startsWith("jdbc:postgresql:");
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    int statements() {
        return statements.get();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    /** What may end by a closed connection, which is how all of this ends. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (EOFException | SocketException e) {
                return;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket there = new Socket("127.0.0.1", server);
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            start(() -> {
                try (there) {
                    up(client.getInputStream(), there.getOutputStream());
                }
            });
            start(() -> {
                try (client) {
                    there.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    private void up(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(from, 65536));
        try (OutputStream out = new BufferedOutputStream(to, 65536)) {
            if (postgresql) {
                greet(in, out);
            }
            while (true) {
                if (postgresql) {
                    message(in, out);
                } else {
                    packet(in, out);
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    /** Up to the first message that has a type. */
    private static void greet(DataInputStream in, OutputStream out) throws IOException {
        int code = SSL_REQUEST;
        while (code == SSL_REQUEST || code == GSS_REQUEST) {
            int length = in.readInt();
            code = in.readInt();
            write(out, length);
            write(out, code);
            out.write(in.readNBytes(length - 8));
            out.flush();
        }
    }

    private void message(DataInputStream in, OutputStream out) throws IOException {
        int type = in.readUnsignedByte();
        int length = in.readInt();
        if (type == 'Q' || type == 'E') {
            statements.incrementAndGet();
        }
        out.write(type);
        write(out, length);
        out.write(in.readNBytes(length - 4));
    }

    private void packet(DataInputStream in, OutputStream out) throws IOException {
        byte[] header = new byte[4];
        in.readFully(header);
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        byte[] payload = in.readNBytes(length);
        boolean command = header[3] == 0 && length > 0;
        if (command && (payload[0] == COM_QUERY || payload[0] == COM_EXECUTE)) {
            statements.incrementAndGet();
        }
        out.write(header);
        out.write(payload);
    }

    private static void write(OutputStream out, int number) throws IOException {
        out.write(new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }
}
