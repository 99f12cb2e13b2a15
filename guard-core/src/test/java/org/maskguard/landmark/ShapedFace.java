package org.maskguard.landmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.maskguard.io.Mesh;
import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Vec;

/// Things made of the face shape itself, so that tests need no data: in the shape's own frame, mm.
///
/// @param xyz lattice points and landmarks
/// @param triangles of the lattice, perhaps not all of them
public record ShapedFace(FaceShape shape, float[] xyz, int[] triangles) {

    public static ShapedFace mean(FaceShape shape) {
        return new ShapedFace(shape, shape.mean(), shape.triangles());
    }

    /// @param weights one a mode, in deviations; the rest are zero
    public static ShapedFace of(FaceShape shape, double... weights) {
        return new ShapedFace(shape, shape.shape(weights), shape.triangles());
    }

    public Map<Landmark, Vec> landmarks() {
        Map<Landmark, Vec> at = new EnumMap<>(Landmark.class);
        for (Landmark landmark : Landmark.values()) {
            at.put(landmark, vec(xyz, shape.index(landmark)));
        }
        return at;
    }

    /// The same with other depths: `depth` gets x, y and returns z.
    public ShapedFace reshaped(DoubleBinaryOperator depth) {
        float[] moved = xyz.clone();
        for (int i = 0; i < moved.length; i += 3) {
            moved[i + 2] = (float) depth.applyAsDouble(moved[i], moved[i + 1]);
        }
        return new ShapedFace(shape, moved, triangles);
    }

    /// The same with its relief worn off: every point goes to the mean of its neighbours, as often as asked.
    public ShapedFace smoothed(int times) {
        float[] now = xyz.clone();
        for (int round = 0; round < times; round++) {
            float[] sum = new float[3 * shape.points()];
            int[] neighbours = new int[shape.points()];
            for (int t = 0; t < triangles.length; t++) {
                int from = triangles[t];
                int to = triangles[t % 3 == 2 ? t - 2 : t + 1];
                for (int axis = 0; axis < 3; axis++) {
                    sum[3 * from + axis] += now[3 * to + axis];
                    sum[3 * to + axis] += now[3 * from + axis];
                }
                neighbours[from]++;
                neighbours[to]++;
            }
            for (int i = 2; i < sum.length; i += 3) {
                now[i] = sum[i] / neighbours[i / 3];
            }
        }
        return new ShapedFace(shape, now, triangles);
    }

    /// The same without the triangles that touch one of these regions.
    public ShapedFace without(FaceShape.Region... regions) {
        Set<FaceShape.Region> gone = Set.of(regions);
        List<Integer> kept = new ArrayList<>();
        for (int t = 0; t < triangles.length; t += 3) {
            boolean there = true;
            for (int k = 0; k < 3; k++) {
                there &= !gone.contains(shape.region(triangles[t + k]));
            }
            if (there) {
                kept.addAll(List.of(triangles[t], triangles[t + 1], triangles[t + 2]));
            }
        }
        return new ShapedFace(
                shape, xyz, kept.stream().mapToInt(Integer::intValue).toArray());
    }

    /// The front as a surface without thickness.
    public Mesh sheet() {
        return new Mesh(Arrays.copyOf(xyz, 3 * shape.points()), triangles);
    }

    /// A closed shell with a wall square to the surface.
    public Mesh shell(double wall) {
        float[] normals = normals();
        float[] back = new float[3 * shape.points()];
        for (int i = 0; i < back.length; i++) {
            back[i] = (float) (xyz[i] - wall * normals[i]);
        }
        return closed(back);
    }

    /// A solid whose back is flat.
    ///
    /// @param back depth of the back, mm: behind the face for a relief
    public Mesh solid(double back) {
        float[] flat = Arrays.copyOf(xyz, 3 * shape.points());
        for (int i = 2; i < flat.length; i += 3) {
            flat[i] = (float) back;
        }
        return closed(flat);
    }

    /// A block with the hollow that this face leaves in it: open at the back of the face.
    ///
    /// @param rim depth of the block's open side, mm; what lies deeper is not in it
    /// @param cover mm of material before the tip of the nose
    public Mesh mould(double rim, double cover) {
        HeightMap heights = LatticeRaster.heights(xyz, triangles, 120, 2);
        int n = 110;
        int points = (n + 1) * (n + 1);
        float[] v = new float[6 * points];
        for (int p = 0; p < points; p++) {
            float x = (p / (n + 1) - n / 2f) * 2;
            float y = (p % (n + 1) - n / 2f) * 2;
            float face = heights.at(x, y);
            float[] open = {x, y, (float) (Float.isNaN(face) ? rim : Math.max(rim, face))};
            float[] shut = {x, y, (float) cover};
            System.arraycopy(open, 0, v, 3 * p, 3);
            System.arraycopy(shut, 0, v, 3 * (points + p), 3);
        }
        List<Integer> corners = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int a = i * (n + 1) + j;
                corners.addAll(List.of(a, a + n + 2, a + n + 1, a, a + 1, a + n + 2));
            }
        }
        return closed(v, corners.stream().mapToInt(Integer::intValue).toArray(), points);
    }

    private Mesh closed(float[] back) {
        float[] both = Arrays.copyOf(xyz, 2 * back.length);
        System.arraycopy(back, 0, both, back.length, back.length);
        return closed(both, triangles, shape.points());
    }

    /// One side, the other turned over, and bands along all borders.
    private static Mesh closed(float[] both, int[] front, int points) {
        List<Integer> corners = new ArrayList<>();
        Set<Long> edges = new HashSet<>();
        for (int t = 0; t < front.length; t += 3) {
            corners.addAll(List.of(front[t], front[t + 1], front[t + 2]));
            corners.addAll(List.of(front[t] + points, front[t + 2] + points, front[t + 1] + points));
            for (int k = 0; k < 3; k++) {
                edges.add((long) front[t + k] * points + front[t + (k + 1) % 3]);
            }
        }
        for (int t = 0; t < front.length; t += 3) {
            for (int k = 0; k < 3; k++) {
                int a = front[t + k];
                int b = front[t + (k + 1) % 3];
                if (!edges.contains((long) b * points + a)) {
                    corners.addAll(List.of(b, a, a + points, b, a + points, b + points));
                }
            }
        }
        return new Mesh(both, corners.stream().mapToInt(Integer::intValue).toArray());
    }

    private float[] normals() {
        float[] sum = new float[3 * shape.points()];
        for (int t = 0; t < triangles.length; t += 3) {
            Vec a = vec(xyz, triangles[t]);
            Vec n = vec(xyz, triangles[t + 1])
                    .minus(a)
                    .cross(vec(xyz, triangles[t + 2]).minus(a));
            for (int k = 0; k < 3; k++) {
                sum[3 * triangles[t + k]] += (float) n.x();
                sum[3 * triangles[t + k] + 1] += (float) n.y();
                sum[3 * triangles[t + k] + 2] += (float) n.z();
            }
        }
        for (int p = 0; p < shape.points(); p++) {
            Vec v = vec(sum, p);
            Vec n = v.length() == 0 ? new Vec(0, 0, 1) : v.unit();
            sum[3 * p] = (float) n.x();
            sum[3 * p + 1] = (float) n.y();
            sum[3 * p + 2] = (float) n.z();
        }
        return sum;
    }

    private static Vec vec(float[] v, int point) {
        return new Vec(v[3 * point], v[3 * point + 1], v[3 * point + 2]);
    }
}
