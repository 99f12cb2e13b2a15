package org.maskguard.gateway.spool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Reading;
import org.maskguard.gateway.line.StrictReader;

/// Reads a job's lines again, one by one. Not thread-safe.
public final class SpoolReader implements AutoCloseable {

    private static final int BUFFER = 1 << 14;

    private final InputStream in;
    private final StrictReader reader = new StrictReader();
    private final byte[] line = new byte[Command.MOST_LENGTH + 1];
    private final long length;
    private long at;

    public SpoolReader(Spooled job) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(job.file()), BUFFER);
        length = job.bytes();
    }

    /// The next command, or null at the end.
    ///
    /// @throws IOException where the file is not as it was written
    public Command next() throws IOException {
        int count = 0;
        while (at < length) {
            int b = in.read();
            at++;
            if (b == '\n') {
                return command(count);
            }
            if (b < 0 || count == line.length) {
                throw new IOException("the spool is damaged at byte " + at);
            }
            line[count++] = (byte) b;
        }
        if (count > 0) {
            throw new IOException("the spool is damaged at byte " + at);
        }
        return null;
    }

    /// How many bytes were read.
    public long at() {
        return at;
    }

    private Command command(int count) throws IOException {
        Reading reading = reader.read(line, 0, count);
        if (reading instanceof Command command && command.text().length() == count) {
            return command;
        }
        throw new IOException("the spool is damaged before byte " + at);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
