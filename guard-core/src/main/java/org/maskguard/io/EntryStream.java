package org.maskguard.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The unpacked bytes of one entry of an archive, which must be as many as its directory says and have its checksum.
final class EntryStream extends InputStream {

    private static final int PIECE = 64 << 10;

    private final Stored bytes;
    private final Archive.Entry entry;
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[PIECE];
    private final byte[] single = new byte[1];
    private final Inflater inflater;
    private long taken;
    private long given;
    private boolean ended;

    EntryStream(Stored bytes, Archive.Entry entry) {
        this.bytes = bytes;
        this.entry = entry;
        this.inflater = entry.method() == 8 ? new Inflater(true) : null;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int count = inflater == null ? copy(into, offset, length) : inflate(into, offset, length);
        if (count <= 0) {
            end();
            return -1;
        }
        crc.update(into, offset, count);
        given += count;
        if (given > entry.unpacked()) {
            throw bad("unpacks to more than the " + entry.unpacked() + " bytes that it states");
        }
        return count;
    }

    @Override
    public void close() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
    }

    private int copy(byte[] into, int offset, int length) throws IOException {
        int count = (int) Math.min(length, entry.packed() - taken);
        bytes.read(entry.data() + taken, ByteBuffer.wrap(into, offset, count));
        taken += count;
        return count;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            while (count == 0 && !inflater.finished()) {
                if (inflater.needsDictionary() || taken == entry.packed()) {
                    throw bad("ends within its packed data");
                }
                int next = (int) Math.min(PIECE, entry.packed() - taken);
                bytes.read(entry.data() + taken, ByteBuffer.wrap(packed, 0, next));
                taken += next;
                inflater.setInput(packed, 0, next);
                count = inflater.inflate(into, offset, length);
            }
            return count;
        } catch (DataFormatException e) {
            throw bad("is damaged in its packed data");
        }
    }

    private void end() throws IOException {
        close();
        if (given != entry.unpacked()) {
            throw bad("unpacks to " + given + " bytes and states " + entry.unpacked());
        }
        if (crc.getValue() != entry.crc()) {
            throw bad("has another checksum than it states");
        }
    }

    private UnreadableIo bad(String text) {
        return new UnreadableIo(Archive.bad(entry.where(), text));
    }
}
