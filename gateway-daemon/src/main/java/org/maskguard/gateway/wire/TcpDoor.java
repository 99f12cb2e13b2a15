package org.maskguard.gateway.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/// A TCP port for hosts, of which one at a time holds the line; the others are told so and sent away (W11).
public final class TcpDoor implements Wire.Opener, AutoCloseable {

    private static final byte[] TAKEN =
            "echo:Maskguard: another host holds this printer\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_WAITING = 8;

    /// How long one that comes just as another leaves is let wait.
    private static final long PATIENCE_MILLIS = 1000;

    private final ServerSocket server;
    private final SynchronousQueue<Socket> waiting = new SynchronousQueue<>();
    private volatile Socket within;
    private final Thread porter;

    /// Listens.
    ///
    /// @param port the port, or 0 for any
    public TcpDoor(InetAddress address, int port) throws IOException {
        server = new ServerSocket(port, MOST_WAITING, address);
        porter = Thread.ofVirtual().name("tcp door").start(this::keep);
    }

    /// The port that it listens on.
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public Wire open() throws IOException {
        try {
            Socket socket = waiting.take();
            within = socket;
            return new TcpWire(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("no host came", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        porter.interrupt();
    }

    private void keep() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                boolean held = within != null && !within.isClosed();
                if (held || !waiting.offer(socket, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    refuse(socket);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                // One that left at once; or the end, which the loop sees.
                Thread.yield();
            }
        }
    }

    private static void refuse(Socket socket) throws IOException {
        try (socket) {
            socket.getOutputStream().write(TAKEN);
        }
    }
}
