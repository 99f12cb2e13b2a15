package org.maskguard.io.job;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.maskguard.io.Limits;
import org.maskguard.io.Unreadable;

/// Unpacks gzip (RFC 1952): any number of members one after the other, each checked against its checksum and size.
///
/// Zeros after the last member are filling, as of tapes; anything else there is damage.
final class Gunzip implements ByteSource, AutoCloseable {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKED = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;

    /// Parallel packers cut at 64 KiB, so that this is far above what any file needs.
    private static final int MOST_MEMBERS = 1_000_000;

    private final ByteReader in;
    private final Place place;
    private final Ratio ratio;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean within;
    private boolean ended;
    private int members;

    /// @param in stands at the first member
    Gunzip(ByteReader in, Place place, Limits limits) {
        this.in = in;
        this.place = place;
        this.ratio = new Ratio(limits);
    }

    static boolean begins(ByteReader in) throws Unreadable {
        return in.begins(0x1F, 0x8B);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws Unreadable {
        while (!ended) {
            if (!within) {
                header();
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                crc.update(into, offset, count);
                if (ratio.beyond(in.position(), count)) {
                    throw bad("unpacks to more than " + ratio.most() + " times its size");
                }
                return count;
            }
            trailer();
        }
        return -1;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] into, int offset, int length) throws Unreadable {
        try {
            while (!inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw bad("needs a dictionary, which gzip has not");
                }
                need(1);
                int there = in.to() - in.from();
                inflater.setInput(in.bytes(), in.from(), there);
                int count = inflater.inflate(into, offset, length);
                in.advance(there - inflater.getRemaining());
                if (count > 0) {
                    return count;
                }
            }
            return 0;
        } catch (DataFormatException e) {
            throw bad("is damaged in its packed data");
        }
    }

    private void header() throws Unreadable {
        if (++members > MOST_MEMBERS) {
            throw new Unreadable(
                    "too-large", place.at(in.position()), "The gzip file has more than a million members.");
        }
        need(HEADER);
        crc.reset();
        crc.update(in.bytes(), in.from(), HEADER);
        in.advance(2);
        int method = in.u8();
        int flags = in.u8();
        in.advance(HEADER - 4);
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw bad("has a header that is not known");
        }
        if ((flags & EXTRA) != 0) {
            need(2);
            pass(2 + in.u16At(0));
        }
        if ((flags & NAME) != 0) {
            passText();
        }
        if ((flags & COMMENT) != 0) {
            passText();
        }
        if ((flags & HEADER_CHECKED) != 0) {
            long expected = crc.getValue() & 0xFFFF;
            need(2);
            if (in.u16() != expected) {
                throw bad("has another checksum of a header than it states");
            }
        }
        crc.reset();
        inflater.reset();
        within = true;
    }

    private void trailer() throws Unreadable {
        need(TRAILER);
        long checksum = in.u32();
        long size = in.u32();
        if (checksum != crc.getValue()) {
            throw bad("has another checksum than it states");
        }
        if (size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw bad("has another size than it states");
        }
        within = false;
        ended = !begins(in);
        if (ended) {
            passZeros();
        }
    }

    private void pass(int count) throws Unreadable {
        for (int i = 0; i < count; i++) {
            passOne();
        }
    }

    private void passText() throws Unreadable {
        while (passOne() != 0) {
            // Names say nothing about shapes.
        }
    }

    private int passOne() throws Unreadable {
        need(1);
        int value = in.u8();
        crc.update(value);
        return value;
    }

    private void passZeros() throws Unreadable {
        while (in.has(1)) {
            if (in.u8() != 0) {
                throw bad("is followed by something else");
            }
        }
    }

    private void need(int count) throws Unreadable {
        if (!in.has(count)) {
            throw new Unreadable(
                    "truncated",
                    place.at(in.position()),
                    "The gzip file is cut off at " + place.at(in.position()) + ".");
        }
    }

    private Unreadable bad(String text) {
        String where = place.at(in.position());
        return new Unreadable("bad-archive", where, "The gzip file " + text + ", at " + where + ".");
    }
}
