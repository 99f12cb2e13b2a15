package org.maskguard.io;

import java.nio.charset.StandardCharsets;

/// An affine map of 3MF: a point is a row, so that `x' = x·m[0] + y·m[3] + z·m[6] + m[9]`, and so on for y' and z'.
record Transform(double[] m) {

    static final Transform IDENTITY = scale(1);

    static Transform scale(double factor) {
        return new Transform(new double[] {factor, 0, 0, 0, factor, 0, 0, 0, factor, 0, 0, 0});
    }

    /// Reads twelve numbers with blanks between.
    ///
    /// @param unit mm in a unit of the shift
    /// @return the map, or null where the text is none
    static Transform parse(String text, double unit) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        double[] m = new double[12];
        int at = 0;
        for (int i = 0; i < 12; i++) {
            while (at < bytes.length && bytes[at] <= ' ') {
                at++;
            }
            int from = at;
            while (at < bytes.length && bytes[at] > ' ') {
                at++;
            }
            m[i] = Decimal.parseDouble(bytes, from, at) * (i < 9 ? 1 : unit);
            if (!Double.isFinite(m[i])) {
                return null;
            }
        }
        return text.substring(at).isBlank() ? new Transform(m) : null;
    }

    /// First this, then the other.
    Transform then(Transform other) {
        double[] o = other.m;
        double[] r = new double[12];
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = row == 3 ? o[9 + column] : 0;
                for (int k = 0; k < 3; k++) {
                    sum += m[row * 3 + k] * o[k * 3 + column];
                }
                r[row * 3 + column] = sum;
            }
        }
        return new Transform(r);
    }

    /// Whether it turns a surface inside out.
    boolean mirrors() {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                        - m[1] * (m[3] * m[8] - m[5] * m[6])
                        + m[2] * (m[3] * m[7] - m[4] * m[6])
                < 0;
    }

    /// Maps points, three numbers each.
    void apply(float[] from, float[] to, int toIndex) {
        for (int i = 0; i < from.length; i += 3) {
            double x = from[i];
            double y = from[i + 1];
            double z = from[i + 2];
            to[toIndex + i] = (float) (x * m[0] + y * m[3] + z * m[6] + m[9]);
            to[toIndex + i + 1] = (float) (x * m[1] + y * m[4] + z * m[7] + m[10]);
            to[toIndex + i + 2] = (float) (x * m[2] + y * m[5] + z * m[8] + m[11]);
        }
    }
}
