package org.limbeck.cli.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Speaks as much of a database's protocol as its driver needs for a short command, so that a training reaches the classes
 * of drivers where no server is at hand. For one connection at a time, of this process; it keeps nothing.
 */
abstract class PretendServer implements AutoCloseable {
    private final ServerSocket socket;
    private boolean journal;

    PretendServer() throws IOException {
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "pretend-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The address, up to the name of a database. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort() + "/";
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()))) {
                talk(in, out);
            } catch (IOException e) {
                // The client is gone, or the training is over.
            }
        }
    }

    /** Talks until the client goes. */
    abstract void talk(DataInputStream in, DataOutputStream out) throws IOException;

    /** The name of the dialect. */
    abstract String kind();

    final Answer answer(String sql) {
        journal |= sql.startsWith("INSERT INTO limbeck_revision");
        return Answer.to(sql, kind(), journal);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
