package org.maskguard.io.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Encoders of what the readers decode, made for tests: slow, and free to choose where an encoding leaves a choice.
final class Packing {

    private static final int LONGEST = 16;
    private static final String CODES = "0123456789. \nGX";

    private Packing() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A job of straight moves, as slicers write them.
    static String job(int lines, Random random) {
        StringBuilder text = new StringBuilder("; made by a test\nG28\nM82\nG92 E0\n");
        double e = 0;
        for (int i = 0; i < lines; i++) {
            e = Math.round(1e5 * e + random.nextInt(9000)) / 1e5;
            text.append("G1 X" + random.nextInt(200_000) / 1000.0 + " Y" + random.nextInt(200_000) / 1000.0);
            text.append(" E" + e + (random.nextInt(9) == 0 ? " F1800\n" : "\n"));
        }
        return text.append("M104 S0 ; off\n").toString();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zlib(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[4096];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    /// Packs bytes, none of them FF, switching as it pleases between packed and plain.
    static byte[] meatPack(byte[] text, boolean noBlanks, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xFF, 251, 0xFF, 0xFF, noBlanks ? 247 : 246));
        int i = 0;
        while (i < text.length) {
            if (random.nextInt(50) == 0 || i == text.length - 1 && text[i] != '\n') {
                out.writeBytes(bytes(0xFF, 0xFF, 250, text[i++], 0xFF, 0xFF, 251));
                continue;
            }
            int low = code(text[i], noBlanks);
            if (text[i] == '\n') {
                out.write(low | random.nextInt(15) << 4);
                i++;
                continue;
            }
            int high = code(text[i + 1], noBlanks);
            out.write(low | high << 4);
            if (low == 15) {
                out.write(text[i]);
            }
            if (high == 15) {
                out.write(text[i + 1]);
            }
            i += 2;
        }
        return out.toByteArray();
    }

    private static int code(byte b, boolean noBlanks) {
        int code = CODES.indexOf(b);
        if (noBlanks && code == 11) {
            return 15;
        }
        return noBlanks && b == 'E' ? 11 : code < 0 ? 15 : code;
    }

    /// Packs with the longest repetition there is, or now and then, at random, a shorter one or none.
    static byte[] heatshrink(byte[] text, int windowBits, Random random) {
        Bits bits = new Bits();
        int i = 0;
        while (i < text.length) {
            int best = 0;
            int distance = 0;
            for (int d = 1; d <= Math.min(i, 1 << windowBits); d++) {
                int length = 0;
                while (length < LONGEST && i + length < text.length && text[i + length] == text[i + length - d]) {
                    length++;
                }
                if (length > best) {
                    best = length;
                    distance = d;
                }
            }
            best = random.nextInt(20) == 0 ? random.nextInt(best + 1) : best;
            if (best < 2) {
                bits.put(1, 1);
                bits.put(text[i++] & 0xFF, 8);
            } else {
                bits.put(0, 1);
                bits.put(distance - 1, windowBits);
                bits.put(best - 1, 4);
                i += best;
            }
        }
        return bits.bytes();
    }

    /// Bits, the highest of a byte first.
    static final class Bits {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int value;
        private int count;

        void put(int bits, int width) {
            for (int i = width - 1; i >= 0; i--) {
                value = value << 1 | bits >> i & 1;
                count++;
                if (count % 8 == 0) {
                    out.write(value);
                }
            }
        }

        byte[] bytes() {
            while (count % 8 != 0) {
                put(0, 1);
            }
            return out.toByteArray();
        }
    }

    /// Builds binary G-code block by block.
    static final class Binary {

        static final int FILE_METADATA = 0;
        static final int GCODE = 1;
        static final int SLICER = 2;
        static final int PRINTER = 3;
        static final int PRINT = 4;
        static final int THUMBNAIL = 5;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final boolean checked;

        Binary(boolean checked) {
            this.checked = checked;
            out.writeBytes(header(1, checked ? 1 : 0));
        }

        static byte[] header(int version, int checksum) {
            return little(10)
                    .put(Packing.bytes("GCDE"))
                    .putInt(version)
                    .putShort((short) checksum)
                    .array();
        }

        /// The blocks that come before the text in every file.
        static Binary begun() {
            return new Binary(true)
                    .block(FILE_METADATA, 0, 0, Packing.bytes("Producer=a test\n"))
                    .block(PRINTER, 0, 0, Packing.bytes("printer_model=none\n"))
                    .picture(0, 16, 16, new byte[99])
                    .block(PRINT, 1, 0, Packing.bytes("time=1\n"))
                    .block(SLICER, 2, 0, Packing.bytes("layer_height=0.2\n"));
        }

        /// @param encoding of the content, which is encoded already
        Binary block(int kind, int compression, int encoding, byte[] content) {
            byte[] packed = pack(compression, content);
            return raw(kind, compression, content.length, packed.length, packed, encoding);
        }

        Binary text(int compression, int encoding, String text) {
            byte[] content = Packing.bytes(text);
            return block(
                    GCODE, compression, encoding, encoding == 0 ? content : meatPack(content, true, new Random(1)));
        }

        Binary picture(int format, int width, int height, byte[] content) {
            return raw(THUMBNAIL, 0, content.length, 0, content, format, width, height);
        }

        /// A block of which every number is as given.
        Binary raw(int kind, int compression, long unpacked, long packed, byte[] data, int... parameters) {
            ByteBuffer block = little(data.length + 64);
            block.putShort((short) kind).putShort((short) compression).putInt((int) unpacked);
            if (compression != 0) {
                block.putInt((int) packed);
            }
            for (int parameter : parameters) {
                block.putShort((short) parameter);
            }
            block.put(data);
            CRC32 crc = new CRC32();
            crc.update(block.array(), 0, block.position());
            if (checked) {
                block.putInt((int) crc.getValue());
            }
            out.write(block.array(), 0, block.position());
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private static byte[] pack(int compression, byte[] content) {
            return switch (compression) {
                case 0 -> content;
                case 1 -> zlib(content);
                default -> heatshrink(content, compression + 9, new Random(2));
            };
        }

        private static ByteBuffer little(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
