package org.maskguard.gateway.wire;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/// A serial port, held alone: no other program can open it meanwhile.
///
/// Opening it raises DTR, on which many boards reset; so it is opened once and kept.
public final class SerialWire implements Wire {

    private static final long RESET_MILLIS = 250;

    private final SerialPort port;

    /// Opens a port with 8 bits, no parity, one stop bit and no flow control.
    ///
    /// @param path the port's name, such as `/dev/serial/by-id/…` or `COM3`
    /// @param baud bits a second; any that the hardware can do
    public SerialWire(String path, int baud) throws IOException {
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no serial port " + path, e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        // Timeouts would be rounded up to tenths of a second; a read that waits for ever ends when the port closes.
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, 0, 0);
        if (!port.openPort()) {
            throw new IOException("serial port " + path + " cannot be opened (error " + port.getLastErrorCode() + ")");
        }
    }

    @Override
    public int read(byte[] into) {
        int count = 0;
        while (count == 0 && port.isOpen()) {
            count = port.readBytes(into, into.length);
        }
        // The port stays "open" when its cable is pulled; a failed read is what tells.
        return count > 0 ? count : -1;
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - at, at);
            if (count <= 0) {
                throw new IOException("serial port " + port.getSystemPortName() + " takes no bytes");
            }
            at += count;
        }
    }

    /// Drops and raises DTR. Ports that have none (pseudo-terminals) stay as they are.
    @Override
    public void reset() throws IOException {
        port.clearDTR();
        try {
            Thread.sleep(RESET_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        port.setDTR();
    }

    @Override
    public void close() {
        port.closePort();
    }
}
