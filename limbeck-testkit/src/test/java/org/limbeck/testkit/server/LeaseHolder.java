package org.limbeck.testkit.server;

import java.io.OutputStream;

import org.limbeck.testkit.server.internal.ServerLease;

/** The main program of a JVM that leases a server until its standard input ends. */
final class LeaseHolder {

    private LeaseHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (ServerLease lease = ServerLease.take("postgresql", "15")) {
            System.out.println("port=" + lease.get("port"));
            System.out.println("pid=" + lease.get("pid"));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
