package org.maskguard.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is, by its first bytes and its size.
public enum Format {
    STL_BINARY,
    STL_TEXT,
    OBJ,
    PLY,
    ARCHIVE,
    PRINT_JOB,
    UNKNOWN;

    /// How much of a file is looked at.
    public static final int LOOK = 64 << 10;

    private static final String[] MAGICS = {
        "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "%PDF", "\u007FELF", "RIFF", "glTF"
    };

    private static final Pattern OBJ_WORD = Pattern.compile("(v|f)\\s+[-+.\\d].*|(vn|vt|mtllib|usemtl)\\s.*");
    private static final Pattern OBJ_GROUP = Pattern.compile("[ogs]|[ogs]\\s.*");

    /// Most triangles that a binary STL of which only the header is left is believed to have had.
    private static final long CREDIBLE = 100_000_000;

    /// Characters of a line that are looked at.
    private static final int LONGEST_HEAD = 256;

    /// How many triangles have to look like such before a file of another size is taken for a damaged binary STL.
    private static final int SAMPLE = 8;

    /// @param start the first [#LOOK] bytes of the file, or all of it
    /// @param size of the file, or anything larger than `start` where it is not known
    public static Format of(byte[] start, long size) {
        if (begins(start, "PK\u0003\u0004") || begins(start, "PK\u0005\u0006")) {
            return ARCHIVE;
        }
        if (begins(start, "GCDE", "\u001F\u008B")) {
            return PRINT_JOB;
        }
        if (PlyHeader.begins(start)) {
            return PLY;
        }
        boolean fits = start.length >= StlBinaryReader.HEADER
                && size == StlBinaryReader.HEADER + stated(start) * StlBinaryReader.RECORD;
        if (beginsMeatPack(start)) {
            return fits ? UNKNOWN : PRINT_JOB;
        }
        if (fits) {
            return STL_BINARY;
        }
        if (begins(start, MAGICS)) {
            return UNKNOWN;
        }
        boolean whole = start.length >= size;
        if (isText(start)) {
            return ofText(start, whole);
        }
        Format binary = ofBinary(start);
        if (isJobWithNul(start, whole)) {
            // A header of a damaged binary STL can be made to look like a job of nothing.
            return binary == UNKNOWN ? PRINT_JOB : UNKNOWN;
        }
        return binary;
    }

    /// Whether the file begins with the word of ASCII STL, as exporters of binary STL let it do, too.
    static boolean beginsSolid(byte[] start) {
        return new String(start, 0, Math.min(start.length, 84), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT)
                .startsWith("solid");
    }

    private static boolean begins(byte[] start, String... magics) {
        for (String magic : magics) {
            byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
            if (start.length >= bytes.length && Arrays.equals(start, 0, bytes.length, bytes, 0, bytes.length)) {
                return true;
            }
        }
        return false;
    }

    /// Two bytes FF and a command, 246 to 251, which no text and no picture begins with.
    private static boolean beginsMeatPack(byte[] start) {
        return begins(start, "\u00FF\u00FF") && start.length > 2 && start[2] >= -10 && start[2] <= -5;
    }

    private static boolean isText(byte[] start) {
        for (byte b : start) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    private static Format ofBinary(byte[] start) {
        if (start.length < StlBinaryReader.HEADER) {
            return UNKNOWN;
        }
        int there = Math.min((start.length - StlBinaryReader.HEADER) / StlBinaryReader.RECORD, SAMPLE);
        if (there == 0) {
            return stated(start) > 0 && stated(start) < CREDIBLE ? STL_BINARY : UNKNOWN;
        }
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < there; i++) {
            for (int at = 12; at < 48; at += 4) {
                float value = bytes.getFloat(StlBinaryReader.HEADER + i * StlBinaryReader.RECORD + at);
                if (!Range.holds(value) || value != 0 && Math.abs(value) < 1e-20) {
                    return UNKNOWN;
                }
            }
        }
        return STL_BINARY;
    }

    private static long stated(byte[] start) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(80));
    }

    /// @param whole whether this is all of the file
    private static Format ofText(byte[] start, boolean whole) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        JobLines job = new JobLines();
        Format guess = UNKNOWN;
        boolean first = true;
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(";")) {
                job.comment();
                guess = first ? UNKNOWN : guess;
                first = false;
                continue;
            }
            String words = head(line);
            if (words.startsWith("#")) {
                guess = first ? OBJ : guess;
                continue;
            }
            if (words.isEmpty()) {
                continue;
            }
            if (first && (words.startsWith("solid") || words.startsWith("facet"))) {
                return STL_TEXT;
            }
            if (OBJ_WORD.matcher(words).matches()) {
                return OBJ;
            }
            if (job.take(words)) {
                return PRINT_JOB;
            }
            if (guess == UNKNOWN && job.areNot()) {
                return UNKNOWN;
            }
            guess = OBJ_GROUP.matcher(words).matches() ? OBJ : first ? UNKNOWN : guess;
            first = false;
        }
        return job.are(whole) ? PRINT_JOB : guess;
    }

    /// A text with a NUL byte here and there. Firmware has its ways with those; no reader of a model has.
    private static boolean isJobWithNul(byte[] start, boolean whole) {
        byte[] text = new byte[start.length];
        int count = 0;
        for (byte b : start) {
            text[count] = b;
            count += b == 0 ? 0 : 1;
        }
        return ofText(Arrays.copyOf(text, count), whole) == PRINT_JOB;
    }

    /// As much of a line as says what it is, in lower case.
    private static String head(String line) {
        String words = line.startsWith("\u00EF\u00BB\u00BF") ? line.substring(3) : line;
        words = words.strip();
        return words.substring(0, Math.min(words.length(), LONGEST_HEAD)).toLowerCase(Locale.ROOT);
    }
}
