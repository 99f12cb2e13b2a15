package org.maskguard.io.job;

import org.maskguard.io.Format;
import org.maskguard.io.Limits;
import org.maskguard.io.LineCensus;
import org.maskguard.io.Unreadable;

/// The text of one plate, out of whatever it is packed in.
final class JobText {

    private final Limits limits;
    private final Place place;
    private final ByteSink sink;
    private final long most;
    private final boolean counted;
    private final LineCensus census = new LineCensus();
    private long bytes;
    private long bareMoves;

    /// @param most bytes of text that may come
    /// @param counted whether [#bareMoves()] is asked for where the source is plain text
    JobText(Limits limits, Place place, long most, boolean counted, ByteSink sink) {
        this.limits = limits;
        this.place = place;
        this.most = most;
        this.counted = counted;
        this.sink = sink;
    }

    /// Bytes of text that came.
    long bytes() {
        return bytes;
    }

    /// Lines that are moves and stand in the source as they are, packed in nothing.
    long bareMoves() {
        return bareMoves;
    }

    /// Unpacks all of it, to the end.
    ///
    /// @param known whether it has to be a print job, whatever it looks like
    /// @return what it is packed in: `gcode`, `gcode-meatpack`, `gcode-gz` or `bgcode`
    String pump(ByteSource source, boolean known) throws Unreadable {
        ByteReader in = new ByteReader(source);
        String format;
        if (Gunzip.begins(in)) {
            try (Gunzip gunzip = new Gunzip(in, place, limits)) {
                unpacked(new ByteReader(gunzip), known);
            }
            format = "gcode-gz";
        } else {
            format = pump(in, place);
            bareMoves += census.moves();
        }
        sink.end();
        return format;
    }

    private void unpacked(ByteReader in, boolean known) throws Unreadable {
        Place inside = place.behindGzip();
        byte[] start = in.peek(Format.LOOK);
        Format format = Format.of(start, start.length < Format.LOOK ? start.length : Long.MAX_VALUE);
        if (Gunzip.begins(in) || format == Format.ARCHIVE) {
            throw new Unreadable(
                    "unsupported", inside.at(0), "The file is packed twice, and has to be unpacked by hand.");
        }
        if (!known && format != Format.PRINT_JOB) {
            throw new Unreadable(
                    "unknown-format",
                    inside.at(0),
                    "The gzip file does not hold a print job; a model has to be unpacked by hand.");
        }
        pump(in, inside);
    }

    private String pump(ByteReader in, Place where) throws Unreadable {
        if (Bgcode.begins(in)) {
            new Bgcode(in, where, limits).pump(this::hand, census);
            return "bgcode";
        }
        if (in.begins(0xEF, 0xBB, 0xBF)) {
            in.advance(3);
        }
        if (in.has(3) && isSignal(in.bytes(), in.from())) {
            meatPack(in, where);
            return "gcode-meatpack";
        }
        plain(in, where);
        return "gcode";
    }

    private void meatPack(ByteReader in, Place where) throws Unreadable {
        MeatPack meatPack = new MeatPack();
        LineCensus asText = new LineCensus();
        long begin = in.position();
        try {
            while (in.has(1)) {
                asText.look(in.bytes(), in.from(), in.to());
                meatPack.decode(in.bytes(), in.from(), in.to(), this::hand);
                in.advance(in.to() - in.from());
            }
            meatPack.end();
        } catch (Malformed e) {
            String at = where.at(begin + e.at());
            throw new Unreadable(e.code(), at, "The MeatPack stream " + e.getMessage() + ", at " + at + ".");
        }
        if (meatPack.packs() && asText.moves() >= LineCensus.MANY) {
            throw ambiguous(where.at(begin));
        }
        bareMoves = asText.moves();
    }

    /// A printer that does not know MeatPack prints what one that does would pass over, and the reverse.
    private void plain(ByteReader in, Place where) throws Unreadable {
        while (in.has(1)) {
            in.has(3);
            // A signal that lies across two windows is found in the second.
            int end = in.to();
            int next = end;
            for (int i = in.from(); i < end; i++) {
                if (in.bytes()[i] == -1) {
                    if (i + 2 < end) {
                        if (isSignal(in.bytes(), i)) {
                            throw ambiguous(where.at(in.position() + i - in.from()));
                        }
                    } else if (i > in.from()) {
                        next = i;
                        break;
                    }
                }
            }
            if (counted) {
                census.look(in.bytes(), in.from(), next);
            }
            hand(in.bytes(), in.from(), next);
            in.advance(next - in.from());
        }
    }

    private static boolean isSignal(byte[] bytes, int at) {
        return MeatPack.isSignal(bytes[at], bytes[at + 1], bytes[at + 2]);
    }

    private static Unreadable ambiguous(String where) {
        return new Unreadable(
                "unknown-format",
                where,
                "The file can be read as plain text and as MeatPack, with different shapes, from " + where + " on.");
    }

    private void hand(byte[] text, int from, int to) throws Unreadable {
        bytes += to - from;
        if (bytes > most) {
            throw new Unreadable(
                    "too-large",
                    place.at(0),
                    "The text of the print job is larger than the limit of " + limits.partBytes() + " bytes.");
        }
        sink.accept(text, from, to);
    }
}
