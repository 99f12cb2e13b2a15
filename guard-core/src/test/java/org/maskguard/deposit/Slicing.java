package org.maskguard.deposit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.maskguard.io.Mesh;

/// A slicer for tests: cuts a mesh by planes and lays one line along every cut, with infill and supports on demand.
///
/// @param layer height of a layer, mm
/// @param width of a line, mm
/// @param infill distance of infill lines, mm; 0 for none
/// @param support distance of the walls that stand under whatever hangs over, mm; 0 for none
/// @param spiral whether the height rises along each layer, as in vase mode
public record Slicing(double layer, double width, double infill, double support, boolean spiral) {

    public static final Slicing PLAIN = new Slicing(0.6, 0.6, 0, 0, false);

    public Slicing withInfill(double spacing) {
        return new Slicing(layer, width, spacing, support, spiral);
    }

    public Slicing withSupport(double spacing) {
        return new Slicing(layer, width, infill, spacing, spiral);
    }

    public Slicing spiralling() {
        return new Slicing(layer, width, infill, support, true);
    }

    /// A whole job.
    public byte[] job(Mesh... things) {
        StringBuilder text = new StringBuilder("G21\nG90\nM83\nG28\n");
        for (Mesh thing : things) {
            layers(thing).forEach(text::append);
        }
        return text.append("M104 S0\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// The lines of each layer, for jobs in another order.
    public List<String> layers(Mesh thing) {
        float[] v = thing.xyz();
        double top = 0;
        for (int i = 2; i < v.length; i += 3) {
            top = Math.max(top, v[i]);
        }
        Columns columns = infill > 0 || support > 0 ? new Columns(thing) : null;
        List<String> layers = new ArrayList<>();
        for (int n = 1; n * layer <= top; n++) {
            StringBuilder text = new StringBuilder();
            double z = n * layer;
            cut(thing, z - layer / 2, z, text);
            if (infill > 0) {
                columns.lines(infill, z - layer / 2, true, (a, b, c, d) -> bead(text, a, b, z, c, d, z));
            }
            if (support > 0) {
                columns.lines(support, z - layer / 2, false, (a, b, c, d) -> bead(text, a, b, z, c, d, z));
            }
            layers.add(text.toString());
        }
        return layers;
    }

    private void cut(Mesh mesh, double at, double z, StringBuilder text) {
        float[] v = mesh.xyz();
        int[] corners = mesh.corners();
        double[] p = new double[4];
        for (int t = 0; t < corners.length; t += 3) {
            int n = 0;
            for (int k = 0; k < 3 && n < 4; k++) {
                int a = 3 * corners[t + k];
                int b = 3 * corners[t + (k + 1) % 3];
                if (v[a + 2] < at != v[b + 2] < at) {
                    double s = (at - v[a + 2]) / (v[b + 2] - v[a + 2]);
                    p[n++] = v[a] + s * (v[b] - v[a]);
                    p[n++] = v[a + 1] + s * (v[b + 1] - v[a + 1]);
                }
            }
            if (n == 4) {
                bead(text, p[0], p[1], spiral ? z - layer / 2 : z, p[2], p[3], z);
            }
        }
    }

    private void bead(StringBuilder text, double x, double y, double z, double toX, double toY, double toZ) {
        double length = Math.hypot(toX - x, toY - y);
        double filament = length * width * layer / (Math.PI / 4 * 1.75 * 1.75);
        text.append(String.format(
                Locale.ROOT,
                "G0 X%.3f Y%.3f Z%.3f%nG1 X%.3f Y%.3f Z%.3f E%.5f%n",
                x + 150,
                y + 150,
                z,
                toX + 150,
                toY + 150,
                toZ,
                filament));
    }

    /// Turns a face (x to its left, y up, z forward) as it is printed, and puts it on the bed.
    ///
    /// @param degrees it leans back: 0 for upright, 90 for lying on its back, -90 for face down
    public static Mesh turned(Mesh face, double degrees) {
        double angle = Math.toRadians(degrees);
        float[] xyz = face.xyz().clone();
        float low = Float.MAX_VALUE;
        for (int i = 0; i < xyz.length; i += 3) {
            double up = xyz[i + 1];
            double front = xyz[i + 2];
            xyz[i + 1] = (float) (up * Math.sin(angle) - front * Math.cos(angle));
            xyz[i + 2] = (float) (up * Math.cos(angle) + front * Math.sin(angle));
            low = Math.min(low, xyz[i + 2]);
        }
        for (int i = 2; i < xyz.length; i += 3) {
            xyz[i] -= low;
        }
        return new Mesh(xyz, face.corners());
    }

    /// The same thing elsewhere on the bed.
    public static Mesh moved(Mesh mesh, double x, double y) {
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i += 3) {
            xyz[i] += (float) x;
            xyz[i + 1] += (float) y;
        }
        return new Mesh(xyz, mesh.corners());
    }

    private interface Stretch {
        void lay(double x, double y, double toX, double toY);
    }

    /// Where vertical lines, 1 mm apart, cross the mesh.
    private static final class Columns {

        private final int lowX;
        private final int lowY;
        private final int nx;
        private final int ny;
        private final double[][] crossings;

        Columns(Mesh mesh) {
            float[] v = mesh.xyz();
            double[] box = {1e9, 1e9, -1e9, -1e9};
            for (int i = 0; i < v.length; i += 3) {
                box[0] = Math.min(box[0], v[i]);
                box[1] = Math.min(box[1], v[i + 1]);
                box[2] = Math.max(box[2], v[i]);
                box[3] = Math.max(box[3], v[i + 1]);
            }
            lowX = (int) Math.floor(box[0]);
            lowY = (int) Math.floor(box[1]);
            nx = (int) box[2] - lowX + 2;
            ny = (int) box[3] - lowY + 2;
            crossings = new double[nx * ny][0];
            int[] c = mesh.corners();
            for (int t = 0; t < c.length; t += 3) {
                cross(v, 3 * c[t], 3 * c[t + 1], 3 * c[t + 2]);
            }
            for (double[] column : crossings) {
                Arrays.sort(column);
            }
        }

        private void cross(float[] v, int a, int b, int c) {
            double det = (v[b] - v[a]) * (v[c + 1] - v[a + 1]) - (v[c] - v[a]) * (v[b + 1] - v[a + 1]);
            int fromX = (int) Math.floor(Math.min(v[a], Math.min(v[b], v[c]))) - lowX;
            int toX = (int) Math.ceil(Math.max(v[a], Math.max(v[b], v[c]))) - lowX;
            int fromY = (int) Math.floor(Math.min(v[a + 1], Math.min(v[b + 1], v[c + 1]))) - lowY;
            int toY = (int) Math.ceil(Math.max(v[a + 1], Math.max(v[b + 1], v[c + 1]))) - lowY;
            for (int i = Math.max(0, fromX); i < Math.min(nx, toX); i++) {
                for (int j = Math.max(0, fromY); j < Math.min(ny, toY); j++) {
                    double x = i + lowX + 0.4713 - v[a];
                    double y = j + lowY + 0.5231 - v[a + 1];
                    double s = (x * (v[c + 1] - v[a + 1]) - (v[c] - v[a]) * y) / det;
                    double r = ((v[b] - v[a]) * y - x * (v[b + 1] - v[a + 1])) / det;
                    if (s >= 0 && r >= 0 && s + r <= 1) {
                        double[] old = crossings[j * nx + i];
                        crossings[j * nx + i] = Arrays.copyOf(old, old.length + 1);
                        crossings[j * nx + i][old.length] =
                                v[a + 2] + s * (v[b + 2] - v[a + 2]) + r * (v[c + 2] - v[a + 2]);
                    }
                }
            }
        }

        /// Lines along y at a height: through the inside, or through what is outside with something above it.
        void lines(double spacing, double z, boolean inside, Stretch stretch) {
            for (double x = 0; x < nx; x += spacing) {
                int begin = -1;
                for (int j = 0; j <= ny; j++) {
                    boolean here = j < ny && is(crossings[j * nx + (int) x], z, inside);
                    if (here && begin < 0) {
                        begin = j;
                    } else if (!here && begin >= 0) {
                        stretch.lay(lowX + x + 0.5, lowY + begin + 0.5, lowX + x + 0.5, lowY + j - 0.5);
                        begin = -1;
                    }
                }
            }
        }

        private static boolean is(double[] column, double z, boolean inside) {
            int above = 0;
            for (double crossing : column) {
                above += crossing > z ? 1 : 0;
            }
            return inside ? above % 2 == 1 : above % 2 == 0 && above > 0;
        }
    }
}
