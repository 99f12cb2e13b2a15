package org.maskguard.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A zip archive, read through its directory (PKWARE's APPNOTE 6.3.10, with Zip64), and refused wherever two programs
/// could read two different things: names that differ between directory and entry or only in case, entries that
/// overlap, several parts, encryption.
public final class Archive {

    private static final int END = 0x06054B50;
    private static final int END_64 = 0x06064B50;
    private static final int LOCATOR_64 = 0x07064B50;
    private static final int DIRECTORY = 0x02014B50;
    private static final int LOCAL = 0x04034B50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_64_SIZE = 56;
    private static final int DIRECTORY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int MOST_NAME = 1024;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int ZIP64_FIELD = 0x0001;
    private static final int UNICODE_NAME_FIELD = 0x7075;

    /// Below this size no ratio is suspicious: short texts of blanks and zeros exist.
    private static final long HARMLESS = 1 << 20;

    private final Stored bytes;
    private final Limits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long opened;

    /// One file in the archive.
    ///
    /// @param name with `/` between folders and none at the beginning
    /// @param packed bytes in the archive
    /// @param unpacked bytes that the directory states
    /// @param data offset of the packed bytes
    public record Entry(
            String name, int flags, int method, long crc, long packed, long unpacked, long local, long data) {

        /// The place, for messages.
        public String where() {
            return "entry " + name;
        }
    }

    /// Reads the directory.
    ///
    /// @throws Unreadable `bad-archive`, or `too-large` where there are too many entries
    public Archive(Stored bytes, Limits limits) throws Unreadable {
        this.bytes = bytes;
        this.limits = limits;
        readDirectory(findEnd());
        refuseOverlaps();
    }

    /// All entries, in the order of the directory.
    public Collection<Entry> entries() {
        return entries.values();
    }

    /// The entry of that name, in either case, or null.
    public Entry find(String name) {
        return entries.get(name.toLowerCase(Locale.ROOT));
    }

    /// Unpacks an entry. The stream fails, with an [UnreadableIo], where the bytes are not what the directory says.
    public InputStream open(Entry entry) throws Unreadable {
        if (entry.method() != 0 && entry.method() != 8) {
            throw bad(entry.where(), "is packed by method " + entry.method() + ", which is not read");
        }
        if (entry.unpacked() > limits.partBytes() - opened) {
            throw new Unreadable(
                    "too-large",
                    entry.where(),
                    "With the entry " + entry.name() + " the parts of the archive are larger than the limit of "
                            + limits.partBytes() + " bytes.");
        }
        if (entry.unpacked() > HARMLESS && entry.unpacked() / limits.ratio() > entry.packed()) {
            throw bad(
                    entry.where(),
                    "unpacks from " + entry.packed() + " to " + entry.unpacked() + " bytes, beyond the ratio of "
                            + limits.ratio());
        }
        opened += entry.unpacked();
        return new EntryStream(bytes, entry);
    }

    /// The first bytes of an entry, at most `count`; none where it cannot be unpacked.
    public byte[] start(Entry entry, int count) {
        if (entry.method() != 0 && entry.method() != 8) {
            return new byte[0];
        }
        try (InputStream in = new EntryStream(bytes, entry)) {
            return in.readNBytes(count);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private record End(long entries, long size, long offset, long at) {}

    private End findEnd() throws Unreadable {
        int tail = (int) Math.min(bytes.size(), END_SIZE + 0xFFFF);
        ByteBuffer last = read(bytes.size() - tail, tail);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            if (last.getInt(at) == END) {
                // Where a comment does not end with the file, programs disagree on which directory is the right one.
                if (at + END_SIZE + u16(last, at + 20) != tail) {
                    throw bad("byte " + (bytes.size() - tail + at), "The archive does not end where it says");
                }
                return end(last, at, bytes.size() - tail + at);
            }
        }
        throw bad("", "The archive has no directory at its end; it may be cut off");
    }

    private End end(ByteBuffer last, int at, long offset) throws Unreadable {
        boolean parts = u16(last, at + 4) != 0 || u16(last, at + 6) != 0 || u16(last, at + 8) != u16(last, at + 10);
        End end = new End(u16(last, at + 10), u32(last, at + 12), u32(last, at + 16), offset);
        boolean large = end.entries() == 0xFFFF || end.size() == 0xFFFFFFFFL || end.offset() == 0xFFFFFFFFL;
        if (large || hasLocator(offset)) {
            return end64(end);
        }
        if (parts) {
            throw bad("", "The archive is one part of several");
        }
        return end;
    }

    private boolean hasLocator(long endOffset) throws Unreadable {
        return endOffset >= LOCATOR_SIZE
                && read(endOffset - LOCATOR_SIZE, LOCATOR_SIZE).getInt(0) == LOCATOR_64;
    }

    /// The Zip64 end, which has to agree with the other one in what that is large enough to say.
    private End end64(End small) throws Unreadable {
        if (hasLocator(small.at())) {
            long last = small.at() - LOCATOR_SIZE - END_64_SIZE;
            long at = read(small.at() - LOCATOR_SIZE, LOCATOR_SIZE).getLong(8);
            if (at >= 0 && at <= last) {
                ByteBuffer end = read(at, END_64_SIZE);
                End large = new End(end.getLong(32), end.getLong(40), end.getLong(48), at);
                if (end.getInt(0) == END_64 && end.getLong(24) == large.entries() && agree(small, large)) {
                    return large;
                }
            }
        }
        throw bad("", "The archive's Zip64 directory is damaged");
    }

    private static boolean agree(End small, End large) {
        return (small.entries() == 0xFFFF || small.entries() == large.entries())
                && (small.size() == 0xFFFFFFFFL || small.size() == large.size())
                && (small.offset() == 0xFFFFFFFFL || small.offset() == large.offset());
    }

    private void readDirectory(End end) throws Unreadable {
        if (end.entries() > limits.entries()) {
            throw new Unreadable(
                    "too-large",
                    "",
                    "The archive has " + end.entries() + " entries, and the limit is " + limits.entries() + ".");
        }
        if (end.entries() < 0 || end.offset() < 0 || end.size() < 0 || end.offset() + end.size() != end.at()) {
            throw bad("", "The archive's directory is not where its end says");
        }
        long at = end.offset();
        for (long i = 0; i < end.entries(); i++) {
            at = readEntry(at, end.at());
        }
        if (at != end.at()) {
            throw bad("", "The archive's directory holds more than the " + end.entries() + " entries that it states");
        }
    }

    private long readEntry(long at, long endOfDirectory) throws Unreadable {
        if (at + DIRECTORY_SIZE > endOfDirectory) {
            throw bad("byte " + at, "The archive's directory is cut off");
        }
        ByteBuffer head = read(at, DIRECTORY_SIZE);
        int nameSize = u16(head, 28);
        int extraSize = u16(head, 30);
        long next = at + DIRECTORY_SIZE + nameSize + extraSize + u16(head, 32);
        if (head.getInt(0) != DIRECTORY || next > endOfDirectory) {
            throw bad("byte " + at, "The archive's directory is damaged");
        }
        byte[] rawName = read(at + DIRECTORY_SIZE, nameSize).array();
        String name = name(rawName, at);
        ByteBuffer extra = read(at + DIRECTORY_SIZE + nameSize, extraSize);
        Entry entry = entry(head, name, extra);
        if (entries.put(name.toLowerCase(Locale.ROOT), locate(entry, rawName, endOfDirectory)) != null) {
            throw bad(entry.where(), "is there twice");
        }
        return next;
    }

    private Entry entry(ByteBuffer head, String name, ByteBuffer extra) throws Unreadable {
        long[] numbers = {u32(head, 24), u32(head, 20), u32(head, 42)};
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int kind = u16(extra, at);
            int size = u16(extra, at + 2);
            if (at + 4 + size > extra.limit()) {
                break;
            }
            if (kind == ZIP64_FIELD) {
                readZip64(extra, at + 4, size, numbers);
            } else if (kind == UNICODE_NAME_FIELD) {
                refuseOtherName(extra, at + 4, size, name);
            }
            at += 4 + size;
        }
        return new Entry(name, u16(head, 8), u16(head, 10), u32(head, 16), numbers[1], numbers[0], numbers[2], 0);
    }

    private static void readZip64(ByteBuffer extra, int from, int size, long[] numbers) {
        int at = from;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == 0xFFFFFFFFL && at + 8 <= from + size) {
                numbers[i] = extra.getLong(at);
                at += 8;
            }
        }
    }

    /// Some slicers prefer this second name of an entry, others do not know of it.
    private static void refuseOtherName(ByteBuffer extra, int from, int size, String name) throws Unreadable {
        int head = Math.min(5, size);
        String other = new String(extra.array(), from + head, size - head, StandardCharsets.UTF_8);
        if (!other.replace('\\', '/').equals(name) && name.chars().allMatch(c -> c < 128)) {
            throw bad("entry " + name, "has a second name");
        }
    }

    /// Compares an entry's own header with the directory.
    private Entry locate(Entry entry, byte[] rawName, long endOfData) throws Unreadable {
        if ((entry.flags() & ENCRYPTED) != 0) {
            throw bad(entry.where(), "is encrypted");
        }
        boolean negative = entry.local() < 0 || entry.packed() < 0 || entry.unpacked() < 0;
        if (negative || entry.local() > endOfData - LOCAL_SIZE) {
            throw bad(entry.where(), "lies outside of the archive");
        }
        ByteBuffer head = read(entry.local(), LOCAL_SIZE);
        long data = entry.local() + LOCAL_SIZE + u16(head, 26) + u16(head, 28);
        boolean sized = (u16(head, 6) & SIZES_FOLLOW) == 0;
        if (head.getInt(0) != LOCAL
                || u16(head, 8) != entry.method()
                || (u16(head, 6) & ENCRYPTED) != 0
                || sized && u32(head, 14) != entry.crc()
                || sized && differs(u32(head, 18), entry.packed())
                || sized && differs(u32(head, 22), entry.unpacked())
                || u16(head, 26) != rawName.length
                || !Arrays.equals(
                        read(entry.local() + LOCAL_SIZE, rawName.length).array(), rawName)) {
            throw bad(entry.where(), "is described differently in the archive's directory and before its data");
        }
        if (data > endOfData || entry.packed() > endOfData - data) {
            throw bad(entry.where(), "lies outside of the archive");
        }
        return new Entry(
                entry.name(),
                entry.flags(),
                entry.method(),
                entry.crc(),
                entry.packed(),
                entry.unpacked(),
                entry.local(),
                data);
    }

    private static boolean differs(long size, long stated) {
        return size != stated && size != 0xFFFFFFFFL;
    }

    private void refuseOverlaps() throws Unreadable {
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparingLong(Entry::local));
        long end = 0;
        for (Entry entry : inOrder) {
            if (entry.local() < end) {
                throw bad(entry.where(), "shares bytes with another entry");
            }
            end = entry.data() + entry.packed();
        }
    }

    private static String name(byte[] raw, long at) throws Unreadable {
        String name = new String(raw, StandardCharsets.UTF_8).replace('\\', '/');
        if (name.isEmpty() || raw.length > MOST_NAME || name.chars().anyMatch(c -> c < ' ')) {
            throw bad("byte " + at, "The archive has an entry without a proper name");
        }
        boolean outside = name.startsWith("/") || name.matches("[A-Za-z]:.*");
        for (String folder : name.split("/")) {
            outside |= folder.equals("..") || folder.equals(".");
        }
        if (outside) {
            throw bad("entry " + name, "leads out of the archive");
        }
        return name;
    }

    private ByteBuffer read(long offset, int count) throws Unreadable {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        try {
            bytes.read(offset, buffer);
        } catch (IOException e) {
            throw bad("byte " + offset, "The archive cannot be read: " + e.getMessage());
        }
        if (buffer.hasRemaining()) {
            throw bad("byte " + offset, "The archive is cut off");
        }
        return buffer;
    }

    private static int u16(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static long u32(ByteBuffer buffer, int at) {
        return Integer.toUnsignedLong(buffer.getInt(at));
    }

    /// @param text a sentence, or with an entry's place what follows its name
    static Unreadable bad(String where, String text) {
        String sentence = where.startsWith("entry ") ? "The archive's " + where + " " + text : text;
        return new Unreadable("bad-archive", where, sentence + ".");
    }
}
