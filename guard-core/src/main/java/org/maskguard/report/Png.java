package org.maskguard.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNG (ISO/IEC 15948), 8 bits a channel with alpha. Neither AWT nor a registry of writers is started for it.
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES = 4;

    /// Filter type 4, Paeth: each byte is told as its difference from the neighbour that foretells it best.
    private static final byte PAETH = 4;

    private Png() {}

    static byte[] encode(Picture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.argb().length);
        out.writeBytes(SIGNATURE);
        byte[] header = new byte[13];
        putInt(header, 0, picture.width());
        putInt(header, 4, picture.height());
        header[8] = 8;
        header[9] = 6;
        chunk(out, "IHDR", header, header.length);
        byte[] lines = filtered(picture);
        Deflater deflater = new Deflater(6);
        try {
            deflater.setStrategy(Deflater.FILTERED);
            deflater.setInput(lines);
            deflater.finish();
            byte[] packed = new byte[64 << 10];
            while (!deflater.finished()) {
                chunk(out, "IDAT", packed, deflater.deflate(packed));
            }
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private static byte[] filtered(Picture picture) {
        int stride = picture.width() * BYTES;
        byte[] lines = new byte[picture.height() * (stride + 1)];
        byte[] above = new byte[stride];
        byte[] line = new byte[stride];
        int at = 0;
        for (int y = 0; y < picture.height(); y++) {
            unpack(picture, y, line);
            lines[at++] = PAETH;
            for (int i = 0; i < stride; i++) {
                int left = i < BYTES ? 0 : line[i - BYTES] & 0xff;
                int corner = i < BYTES ? 0 : above[i - BYTES] & 0xff;
                lines[at++] = (byte) (line[i] - paeth(left, above[i] & 0xff, corner));
            }
            byte[] reused = above;
            above = line;
            line = reused;
        }
        return lines;
    }

    private static int paeth(int left, int above, int corner) {
        int guess = left + above - corner;
        int toLeft = Math.abs(guess - left);
        int toAbove = Math.abs(guess - above);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }

    private static void unpack(Picture picture, int y, byte[] line) {
        int at = 0;
        for (int x = 0; x < picture.width(); x++) {
            int argb = picture.argb()[y * picture.width() + x];
            line[at++] = (byte) (argb >> 16);
            line[at++] = (byte) (argb >> 8);
            line[at++] = (byte) argb;
            line[at++] = (byte) (argb >> 24);
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
        byte[] word = new byte[4];
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        putInt(word, 0, length);
        out.writeBytes(word);
        out.writeBytes(name);
        out.write(data, 0, length);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        putInt(word, 0, (int) crc.getValue());
        out.writeBytes(word);
    }

    private static void putInt(byte[] to, int at, int value) {
        to[at] = (byte) (value >> 24);
        to[at + 1] = (byte) (value >> 16);
        to[at + 2] = (byte) (value >> 8);
        to[at + 3] = (byte) value;
    }
}
