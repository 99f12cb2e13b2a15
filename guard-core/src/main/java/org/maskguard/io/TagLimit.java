package org.maskguard.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Fails where an XML text goes on for too long without a `<`, so that no parser is made to keep an endless name or
/// attribute in memory.
final class TagLimit extends FilterInputStream {

    /// Bytes of a tag, with the text after it. Printers' settings and names are a few kilobytes.
    private static final int MOST = 4 << 20;

    private final String where;
    private long since;

    TagLimit(InputStream in, String where) {
        super(in);
        this.where = where;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        int last = offset + count - 1;
        while (last >= offset && into[last] != '<') {
            last--;
        }
        since = last >= offset ? offset + count - 1 - last : since + Math.max(count, 0);
        if (since > MOST) {
            throw new UnreadableIo(
                    new Unreadable("too-large", where, "In " + where + " a tag or text is longer than 4 MiB."));
        }
        return count;
    }
}
