package org.maskguard.io;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a PLY file says of itself before its data: the coding, and its elements in order.
///
/// @param order of the bytes of numbers, or null where they are text
/// @param line number of the last line
record PlyHeader(ByteOrder order, List<Element> elements, int line) {

    private static final int MOST_LINES = 10_000;

    PlyHeader {
        elements = List.copyOf(elements);
    }

    /// So many records of one build.
    record Element(String name, long count, List<Property> properties) {

        /// Bytes of a record, or -1 where lists make its records differ.
        int fixedSize() {
            int sum = 0;
            for (Property property : properties) {
                if (property.list() != null) {
                    return -1;
                }
                sum += property.type().size;
            }
            return sum;
        }

        int indexOf(String... names) {
            for (String name : names) {
                for (int i = 0; i < properties.size(); i++) {
                    if (properties.get(i).name().equals(name)) {
                        return i;
                    }
                }
            }
            return -1;
        }
    }

    /// A number, or where `list` is the type of a count, a list of numbers.
    record Property(String name, Type type, Type list) {}

    /// How a number stands in a binary file.
    enum Type {
        INT8(1),
        UINT8(1),
        INT16(2),
        UINT16(2),
        INT32(4),
        UINT32(4),
        FLOAT32(4),
        FLOAT64(8);

        final int size;

        Type(int size) {
            this.size = size;
        }

        static Type of(String word) {
            return switch (word) {
                case "char", "int8" -> INT8;
                case "uchar", "uint8" -> UINT8;
                case "short", "int16" -> INT16;
                case "ushort", "uint16" -> UINT16;
                case "int", "int32" -> INT32;
                case "uint", "uint32" -> UINT32;
                case "float", "float32" -> FLOAT32;
                case "double", "float64" -> FLOAT64;
                default -> null;
            };
        }
    }

    /// Reads the header and leaves the source at the first byte of data.
    static PlyHeader read(Source source, Limits limits) throws Unreadable {
        return new Lines(source, limits).parse();
    }

    /// The header line by line. A line ends as the first one does: LF, CR LF, or CR alone.
    private static final class Lines {

        private final Source source;
        private final Limits limits;
        private int line;
        private boolean carriageReturnsOnly;
        private String coding;
        private final List<Element> elements = new ArrayList<>();

        Lines(Source source, Limits limits) {
            this.source = source;
            this.limits = limits;
        }

        PlyHeader parse() throws Unreadable {
            next();
            boolean comment = false;
            while (true) {
                String text = next();
                String[] words = text.strip().split("\\s+");
                boolean commentBefore = comment;
                comment = false;
                switch (words[0]) {
                    case "end_header" -> {
                        return new PlyHeader(order(), elements, line);
                    }
                    case "format" -> coding = words.length > 1 ? words[1] : "";
                    case "element" -> elements.add(element(words, text));
                    case "property" -> addProperty(words, text);
                    case "comment", "obj_info", "" -> comment = true;
                    default -> {
                        // Some exporters break their comments into lines, and Blender 2.47 wrote one without its word.
                        if (!commentBefore && !elements.isEmpty()) {
                            throw odd(text);
                        }
                        comment = true;
                    }
                }
            }
        }

        private ByteOrder order() throws Unreadable {
            return switch (coding) {
                case "ascii" -> null;
                case "binary_little_endian" -> ByteOrder.LITTLE_ENDIAN;
                case "binary_big_endian" -> ByteOrder.BIG_ENDIAN;
                case null ->
                    throw new Unreadable(
                            "unknown-format", "line " + line, "The PLY header ends without saying its format.");
                default ->
                    throw new Unreadable(
                            "unknown-format", "line " + line, "The PLY header names the format \"" + coding + "\".");
            };
        }

        private Element element(String[] words, String text) throws Unreadable {
            if (words.length != 3) {
                throw odd(text);
            }
            for (Element earlier : elements) {
                if (earlier.name().equals(words[1])) {
                    throw odd(text);
                }
            }
            try {
                long count = Long.parseLong(words[2]);
                if (count >= 0) {
                    return new Element(words[1], count, new ArrayList<>());
                }
            } catch (NumberFormatException e) {
                // Falls through: a count that is no number is as odd as a negative one.
            }
            throw odd(text);
        }

        private void addProperty(String[] words, String text) throws Unreadable {
            boolean list = words.length == 5 && words[1].equals("list");
            if (elements.isEmpty() || !list && words.length != 3) {
                throw odd(text);
            }
            Type count = list ? Type.of(words[2].toLowerCase(Locale.ROOT)) : null;
            Type type = Type.of(words[words.length - 2].toLowerCase(Locale.ROOT));
            if (type == null || list && (count == null || count.compareTo(Type.FLOAT32) >= 0)) {
                throw odd(text);
            }
            Property property = new Property(words[words.length - 1], type, count);
            if (elements.getLast().indexOf(property.name()) >= 0) {
                throw odd(text);
            }
            elements.getLast().properties().add(property);
        }

        private Unreadable odd(String text) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            return new Unreadable(
                    "unknown-format",
                    "line " + line,
                    "Line " + line + " of the PLY header is not understood: " + shown);
        }

        private String next() throws Unreadable {
            line++;
            StringBuilder text = new StringBuilder();
            while (true) {
                int c = nextByte();
                if (c == '\n' || c == '\r' && carriageReturnsOnly) {
                    return text.toString();
                }
                if (c == '\r' && line == 1 && peekByte() != '\n') {
                    carriageReturnsOnly = true;
                    return text.toString();
                }
                text.append((char) c);
                if (text.length() > limits.lineBytes() || line > MOST_LINES) {
                    throw new Unreadable(
                            "too-large", "line " + line, "The PLY header is too long at line " + line + ".");
                }
            }
        }

        private int peekByte() throws Unreadable {
            return source.has(1) ? source.bytes()[source.from()] : -1;
        }

        private int nextByte() throws Unreadable {
            int c = peekByte();
            if (!source.has(1)) {
                throw new Unreadable(
                        "truncated", "line " + line, "The PLY file ends at line " + line + ", within its header.");
            }
            source.advance(1);
            return c & 0xFF;
        }
    }

    static boolean begins(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, 4), StandardCharsets.ISO_8859_1);
        return text.equals("ply\n") || text.equals("ply\r");
    }
}
