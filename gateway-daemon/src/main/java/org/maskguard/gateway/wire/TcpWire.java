package org.maskguard.gateway.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/// A raw TCP connection.
public final class TcpWire implements Wire {

    private static final int CONNECT_MILLIS = 5000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /// A wire over a connection that is there.
    public TcpWire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /// Connects to a printer's port.
    public static TcpWire connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return new TcpWire(socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException("cannot connect to " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        try {
            return in.read(into);
        } catch (SocketException e) {
            return -1;
        }
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
            throw new IllegalStateException("a socket does not close", e);
        }
    }
}
