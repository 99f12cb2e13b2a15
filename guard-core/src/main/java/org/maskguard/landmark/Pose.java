package org.maskguard.landmark;

/// How a model lies in the coordinates of a view: `q = s·R·p + t`.
///
/// @param r rotation, row by row; not a copy
/// @param s scale, 1 for the mean face's size
/// @param x where the model's origin, the pronasale, lies, mm
/// @param y likewise
/// @param z likewise
record Pose(double[] r, double s, double x, double y, double z) {

    /// The model turned by `angle` about the line of sight, then leant so that its base plane of slopes `mx`, `my`
    /// gets
    /// the slopes `ox`, `oy`, all of them in the view.
    static Pose leaning(double angle, double mx, double my, double ox, double oy, double s, double[] tip) {
        double[] turn = about(0, 0, 1, angle);
        double[] from = unit(-mx, -my, 1);
        double[] to = unit(-ox, -oy, 1);
        double cx = from[1] * to[2] - from[2] * to[1];
        double cy = from[2] * to[0] - from[0] * to[2];
        double cz = from[0] * to[1] - from[1] * to[0];
        double sine = Math.sqrt(cx * cx + cy * cy + cz * cz);
        double cosine = from[0] * to[0] + from[1] * to[1] + from[2] * to[2];
        double[] lean =
                sine < 1e-9 ? about(0, 0, 1, 0) : about(cx / sine, cy / sine, cz / sine, Math.atan2(sine, cosine));
        return new Pose(product(lean, turn), s, tip[0], tip[1], tip[2]);
    }

    /// The rotation about a unit axis (Rodrigues).
    static double[] about(double x, double y, double z, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double d = 1 - c;
        return new double[] {
            c + d * x * x,
            d * x * y - s * z,
            d * x * z + s * y,
            d * x * y + s * z,
            c + d * y * y,
            d * y * z - s * x,
            d * x * z - s * y,
            d * y * z + s * x,
            c + d * z * z
        };
    }

    static double[] product(double[] a, double[] b) {
        double[] p = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                p[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
            }
        }
        return p;
    }

    /// This pose moved by a small turn about its origin, a shift and a relative change of scale.
    Pose moved(double wx, double wy, double wz, double dx, double dy, double dz, double ds) {
        double angle = Math.sqrt(wx * wx + wy * wy + wz * wz);
        double[] turned = angle < 1e-12 ? r : product(about(wx / angle, wy / angle, wz / angle, angle), r);
        return new Pose(turned, s * Math.exp(ds), x + dx, y + dy, z + dz);
    }

    private static double[] unit(double x, double y, double z) {
        double n = 1 / Math.sqrt(x * x + y * y + z * z);
        return new double[] {x * n, y * n, z * n};
    }
}
