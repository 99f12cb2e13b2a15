package org.maskguard.io;

import org.codehaus.stax2.typed.TypedValueDecoder;

/// Takes an attribute's characters from the parser's own buffer and reads them as a number, without making a string.
final class XmlNumber extends TypedValueDecoder {

    private byte[] bytes = new byte[64];
    private int length;

    float floating() {
        return Decimal.parseFloat(bytes, 0, length);
    }

    long whole() {
        long value = 0;
        for (int i = 0; i < length; i++) {
            int c = bytes[i];
            if (c < '0' || c > '9' || value > 1L << 40) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return length == 0 ? -1 : value;
    }

    @Override
    public void decode(String text) {
        decode(text.toCharArray(), 0, text.length());
    }

    @Override
    public void decode(char[] text, int from, int to) {
        length = to - from;
        if (length > bytes.length) {
            bytes = new byte[length];
        }
        for (int i = 0; i < length; i++) {
            char c = text[from + i];
            // A character beyond ASCII is no part of a number, as little as this one.
            bytes[i] = c < 128 ? (byte) c : (byte) '?';
        }
    }

    @Override
    public void handleEmptyValue() {
        length = 0;
    }
}
