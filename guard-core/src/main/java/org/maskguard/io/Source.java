package org.maskguard.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of one file, once and in order, hashed as they come in.
///
/// A window of the file lies in [#bytes()] between [#from()] and [#to()]; readers look into it directly, because a
/// call a byte would be the largest cost of all. Nothing is read twice, so what was hashed is what was judged, whatever
/// happens to the file in the meantime: bytes that were appended after the opening are not looked at, and a file that
/// became shorter is `truncated`.
public final class Source {

    /// Enough to make calls into the system rare and small enough for a second-level cache.
    static final int PIECE = 1 << 20;

    /// A zip's directory ends within so many bytes before the file's end.
    private static final int TAIL = 22 + 0xFFFF;

    private final ReadableByteChannel channel;
    private final Stored stored;
    private final long size;
    private final MessageDigest digest = sha256();
    private final LineCensus census = new LineCensus();
    private final byte[] bytes;
    private final byte[] tail;
    private int from;
    private int to;
    private long read;

    /// @param piece size of the window; lines of text must be shorter
    Source(ReadableByteChannel channel, long size, int piece) {
        this(channel, null, size, piece);
    }

    Source(Stored stored, int piece) {
        this(stored.channel(), stored, stored.size(), piece);
    }

    private Source(ReadableByteChannel channel, Stored stored, long size, int piece) {
        this.channel = channel;
        this.stored = stored;
        this.size = size;
        this.bytes = new byte[(int) Math.min(piece, Math.max(size, 1))];
        this.tail = new byte[(int) Math.min(TAIL, size)];
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// Bytes of the whole file, as found when it was opened.
    public long size() {
        return size;
    }

    /// Offset in the file of the byte at [#from()].
    long position() {
        return read - (to - from);
    }

    /// Bytes of the file from [#position()] on.
    long remaining() {
        return size - position();
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// Declares bytes of the window as used up.
    void advance(int count) {
        from += count;
    }

    /// Makes at least `count` bytes stand in the window, where the file has so many left.
    ///
    /// @param count at most the window's size
    /// @return whether they do
    boolean has(int count) throws Unreadable {
        if (to - from >= count) {
            return true;
        }
        if (count > bytes.length) {
            return false;
        }
        fill();
        return to - from >= count;
    }

    /// Moves the unused bytes to the front of the window and fills it up.
    ///
    /// @return whether anything came
    boolean fill() throws Unreadable {
        if (read == size) {
            return false;
        }
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
        int wanted = (int) Math.min(bytes.length - to, size - read);
        ByteBuffer space = ByteBuffer.wrap(bytes, to, wanted);
        while (space.hasRemaining()) {
            if (take(space) < 0) {
                throw new Unreadable(
                        "truncated",
                        "byte " + (read + space.position() - to),
                        "The file became shorter while it was read, from " + size + " bytes to "
                                + (read + space.position() - to) + ".");
            }
        }
        digest.update(bytes, to, wanted);
        census.look(bytes, to, to + wanted);
        keepTail(to, wanted);
        to += wanted;
        read += wanted;
        return wanted > 0;
    }

    /// Passes over bytes, however many.
    ///
    /// @return whether the file had so many
    boolean skip(long count) throws Unreadable {
        long left = count;
        while (left > to - from) {
            left -= to - from;
            from = to;
            if (!fill()) {
                return false;
            }
        }
        from += (int) left;
        return true;
    }

    /// Takes the next bytes of the file, as an [java.io.InputStream] does.
    ///
    /// @return how many, at least one, or -1 at the end of the file
    public int read(byte[] into, int offset, int length) throws Unreadable {
        if (!has(1)) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(bytes, from, into, offset, count);
        from += count;
        return count;
    }

    /// Reads to the end of the file and gives the digest of all of it, lower-case hex. To be called once, last.
    public String finish() throws Unreadable {
        from = to;
        while (fill()) {
            from = to;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// All bytes of the file, to be read from any place. To be called before anything was used up.
    public Stored store(Limits limits) throws Unreadable {
        return stored != null ? stored : Stored.of(this, limits);
    }

    /// Whether the file ends as a zip archive does; to be called when the file was read to its end.
    public boolean endsAsArchive() {
        for (int at = 0; at + 22 <= tail.length; at++) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                int comment = (tail[at + 20] & 0xFF) | (tail[at + 21] & 0xFF) << 8;
                if (at + 22 + comment == tail.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What the lines of the file so far are, if its bytes are read as text.
    public LineCensus census() {
        return census;
    }

    private int take(ByteBuffer space) throws Unreadable {
        try {
            return channel.read(space);
        } catch (IOException e) {
            throw new Unreadable(
                    "truncated", "byte " + read, "The file could not be read to its end: " + e.getMessage() + ".");
        }
    }

    private void keepTail(int at, int count) {
        long tailStart = size - tail.length;
        long skipped = Math.max(0, tailStart - read);
        if (skipped < count) {
            int keep = (int) (count - skipped);
            System.arraycopy(bytes, at + (int) skipped, tail, (int) (read + skipped - tailStart), keep);
        }
    }

    /// The first bytes of the file, at most `count`; the window stays as it is.
    public byte[] peek(int count) throws Unreadable {
        has((int) Math.min(Math.min(count, bytes.length), size));
        return Arrays.copyOfRange(bytes, from, Math.min(to, from + count));
    }
}
