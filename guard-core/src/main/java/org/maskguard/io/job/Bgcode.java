package org.maskguard.io.job;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.maskguard.io.Limits;
import org.maskguard.io.LineCensus;
import org.maskguard.io.Unreadable;

/// Prusa's binary G-code, version 1 (github.com/prusa3d/libbgcode, doc/specifications.md): a header of 10 bytes, then
/// blocks, all numbers with their low byte first.
///
/// A block has its kind, its compression, one or two sizes, parameters, data and, where the header says so, the CRC32
/// of all that. G-code blocks are unpacked and decoded, each by itself; the others hold words and pictures, of which
/// only frame and checksum are looked at. Text is handed on before the checksum behind it is known to be right.
final class Bgcode {

    private static final int HEADER = 10;
    private static final int MOST_HEAD = 12;
    private static final int GCODE = 1;
    private static final int THUMBNAIL = 5;
    private static final String[] KINDS = {
        "file metadata", "G-code", "slicer metadata", "printer metadata", "print metadata", "thumbnail"
    };

    /// Least window, in bits, that a heatshrink compression stands for: 2 is 11, 3 is 12.
    private static final int WINDOW_BITS = 9;

    /// Metadata may be INI or, since 2025, JSON; text may be plain, or MeatPack without or with comments.
    private static final int METADATA_ENCODINGS = 2;

    private static final int TEXT_ENCODINGS = 3;
    private static final int THUMBNAIL_FORMATS = 3;

    /// Writers put 64 KiB of text into a block, so that 2 GiB come to 32,768.
    private static final int MOST_BLOCKS = 200_000;

    private final ByteReader in;
    private final Place place;
    private final Limits limits;
    private final CRC32 crc = new CRC32();
    private boolean checked;
    private int number;
    private boolean textSeen;

    /// A block as its head describes it.
    ///
    /// @param at offset in the file
    /// @param unpacked bytes of its data
    /// @param packed bytes of its data as stored
    /// @param encoding first parameter
    private record Block(int number, long at, int kind, int compression, long unpacked, long packed, int encoding) {}

    /// @param in stands at the header
    Bgcode(ByteReader in, Place place, Limits limits) {
        this.in = in;
        this.place = place;
        this.limits = limits;
    }

    static boolean begins(ByteReader in) throws Unreadable {
        return in.begins('G', 'C', 'D', 'E');
    }

    /// Hands on the text of all G-code blocks.
    ///
    /// @param bare looks at the text that stands in the file as it is
    void pump(ByteSink sink, LineCensus bare) throws Unreadable {
        header();
        while (in.has(1)) {
            Block block = head();
            if (block.kind() == GCODE) {
                textSeen = true;
                text(block, sink, bare);
            } else {
                data(block, (bytes, from, to) -> {});
            }
            checksum(block);
        }
        if (!textSeen) {
            throw new Unreadable(
                    "truncated", place.at(in.position()), "The binary G-code file ends without a block of G-code.");
        }
    }

    private void header() throws Unreadable {
        if (!in.has(HEADER)) {
            throw new Unreadable("truncated", place.at(0), "The binary G-code file is cut off within its header.");
        }
        in.advance(4);
        long version = in.u32();
        int checksum = in.u16();
        if (version != 1) {
            throw new Unreadable(
                    "unsupported",
                    place.at(4),
                    "The binary G-code file is of version " + version + ", and only version 1 is read.");
        }
        if (checksum > 1) {
            throw new Unreadable(
                    "bad-archive",
                    place.at(8),
                    "The binary G-code file has checksums of the unknown kind " + checksum + ".");
        }
        checked = checksum == 1;
    }

    private Block head() throws Unreadable {
        long at = in.position();
        number++;
        if (number > MOST_BLOCKS) {
            throw new Unreadable(
                    "too-large", place.at(at), "The binary G-code file has more than " + MOST_BLOCKS + " blocks.");
        }
        crc.reset();
        Block none = new Block(number, at, -1, 0, 0, 0, 0);
        need(none, 8);
        int kind = in.u16At(0);
        int compression = in.u16At(2);
        if (kind >= KINDS.length) {
            throw bad(none, at, "is of the unknown kind " + kind);
        }
        if (textSeen && kind != GCODE) {
            throw bad(new Block(number, at, kind, 0, 0, 0, 0), at, "stands after G-code, where only G-code may");
        }
        Block named = new Block(number, at, kind, compression, 0, 0, 0);
        if (compression > 3) {
            throw bad(named, at + 2, "has the unknown compression " + compression);
        }
        int size = (compression == 0 ? 8 : MOST_HEAD) + (kind == THUMBNAIL ? 6 : 2);
        need(named, size);
        crc.update(in.bytes(), in.from(), size);
        in.advance(4);
        long unpacked = in.u32();
        long packed = compression == 0 ? unpacked : in.u32();
        return parameters(new Block(number, at, kind, compression, unpacked, packed, in.u16()));
    }

    private Block parameters(Block block) throws Unreadable {
        boolean picture = block.kind() == THUMBNAIL;
        int known = picture ? THUMBNAIL_FORMATS : block.kind() == GCODE ? TEXT_ENCODINGS : METADATA_ENCODINGS;
        if (block.encoding() >= known) {
            throw bad(
                    block,
                    in.position() - 2,
                    "has the unknown " + (picture ? "picture format " : "encoding ") + block.encoding());
        }
        if (picture && in.u16() * in.u16() == 0) {
            throw bad(block, in.position() - 4, "holds a picture without a size");
        }
        return block;
    }

    private void text(Block block, ByteSink sink, LineCensus bare) throws Unreadable {
        if (block.encoding() == 0) {
            unpack(block, (bytes, from, to) -> {
                if (block.compression() == 0) {
                    bare.look(bytes, from, to);
                }
                sink.accept(bytes, from, to);
            });
            return;
        }
        MeatPack meatPack = new MeatPack();
        unpack(block, (bytes, from, to) -> {
            try {
                meatPack.decode(bytes, from, to, sink);
            } catch (Malformed e) {
                throw damaged(block, "MeatPack text", e);
            }
        });
        try {
            meatPack.end();
        } catch (Malformed e) {
            throw damaged(block, "MeatPack text", e);
        }
    }

    private void unpack(Block block, ByteSink sink) throws Unreadable {
        switch (block.compression()) {
            case 0 -> data(block, sink);
            case 1 -> inflate(block, sink);
            default -> shrink(block, sink);
        }
    }

    private void shrink(Block block, ByteSink sink) throws Unreadable {
        Heatshrink heatshrink = new Heatshrink(block.compression() + WINDOW_BITS, block.unpacked());
        data(block, (bytes, from, to) -> {
            try {
                heatshrink.decode(bytes, from, to, sink);
            } catch (Malformed e) {
                throw damaged(block, "heatshrink data", e);
            }
        });
        try {
            heatshrink.end();
        } catch (Malformed e) {
            throw damaged(block, "heatshrink data", e);
        }
    }

    private void inflate(Block block, ByteSink sink) throws Unreadable {
        Inflater inflater = new Inflater();
        try {
            Ratio ratio = new Ratio(limits);
            byte[] out = new byte[16 << 10];
            data(block, (bytes, from, to) -> {
                inflater.setInput(bytes, from, to - from);
                int count = inflate(block, inflater, out);
                while (count > 0) {
                    if (inflater.getBytesWritten() > block.unpacked()) {
                        throw bad(
                                block, block.at(), "unpacks to more than the " + block.unpacked() + " bytes it states");
                    }
                    if (ratio.beyond(inflater.getBytesRead(), count)) {
                        throw bad(block, block.at(), "unpacks to more than " + ratio.most() + " times its size");
                    }
                    sink.accept(out, 0, count);
                    count = inflate(block, inflater, out);
                }
            });
            if (!inflater.finished() || inflater.getBytesWritten() != block.unpacked()) {
                throw bad(
                        block,
                        block.at(),
                        "unpacks to " + inflater.getBytesWritten() + " bytes and states " + block.unpacked());
            }
            if (inflater.getBytesRead() != block.packed()) {
                throw bad(block, block.at(), "goes on after the end of its packed data");
            }
        } finally {
            inflater.end();
        }
    }

    private int inflate(Block block, Inflater inflater, byte[] out) throws Unreadable {
        try {
            return inflater.inflate(out);
        } catch (DataFormatException e) {
            throw bad(block, block.at(), "is damaged in its packed data");
        }
    }

    /// Hands on the data of a block as they are stored.
    private void data(Block block, ByteSink sink) throws Unreadable {
        long left = block.packed();
        while (left > 0) {
            if (!in.has(1)) {
                throw cut(block, "states " + block.packed() + " bytes of data, of which " + left + " are missing");
            }
            int count = (int) Math.min(left, in.to() - in.from());
            crc.update(in.bytes(), in.from(), count);
            sink.accept(in.bytes(), in.from(), in.from() + count);
            in.advance(count);
            left -= count;
        }
    }

    private void checksum(Block block) throws Unreadable {
        if (!checked) {
            return;
        }
        long found = crc.getValue();
        need(block, 4);
        if (in.u32() != found) {
            throw bad(block, in.position() - 4, "has another checksum than it states");
        }
    }

    private void need(Block block, int count) throws Unreadable {
        if (!in.has(count)) {
            throw cut(block, "is cut off");
        }
    }

    private Unreadable damaged(Block block, String what, Malformed e) {
        String text = "has " + what + " that " + e.getMessage() + ", at its byte " + e.at();
        return e.code().equals("truncated") ? cut(block, text) : bad(block, block.at(), text);
    }

    private Unreadable cut(Block block, String text) {
        return new Unreadable("truncated", place.at(in.position()), name(block) + " " + text + ".");
    }

    private Unreadable bad(Block block, long at, String text) {
        return new Unreadable("bad-archive", place.at(at), name(block) + " " + text + ".");
    }

    private String name(Block block) {
        String kind = block.kind() < 0 ? "" : " (" + KINDS[block.kind()] + ")";
        return "Block " + block.number() + kind + " of the binary G-code, at " + place.at(block.at()) + ",";
    }
}
