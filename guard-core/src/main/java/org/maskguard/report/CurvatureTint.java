package org.maskguard.report;

import org.maskguard.curvature.Curvatures;
import org.maskguard.curvature.HeightCurvature;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Colours a face by how its surface bends: blue for hollows, yellow for saddles, red for bumps, clay where it is
/// nearly flat. The scale runs from blue over yellow to red, which the common kinds of colour blindness keep apart.
final class CurvatureTint implements Tint {

    /// The five named shapes of the index, from −1 to +1.
    static final String[] SHAPES = {"cup", "rut", "saddle", "ridge", "cap"};

    private static final int[] COLOURS = {0x2b4ba0, 0x63a9d6, 0xf5eba3, 0xf0803c, 0xb0182b};
    private static final double SPACING = 1.75;
    private static final double RADIUS = 7;

    /// Curvedness that has its full colour, 1/mm: a ball of 20 mm radius.
    private static final double FULL = 0.05;

    /// What is farther from the surface that was measured, mm, is another one.
    private static final double SAME_SURFACE = 3;

    private final FacePose pose;
    private final Camera camera;
    private final float[] heights;
    private final Curvatures curvatures;
    private final int sign;

    private CurvatureTint(FacePose pose, Camera camera, float[] heights, Curvatures curvatures, int sign) {
        this.pose = pose;
        this.camera = camera;
        this.heights = heights;
        this.curvatures = curvatures;
        this.sign = sign;
    }

    /// @param hollow whether the colours are those of the face that would be cast in what is seen
    static CurvatureTint of(Mesh mesh, FacePose pose, boolean hollow) {
        int side = (int) Math.ceil(2.4 * pose.height() / SPACING);
        Camera framing = pose.camera(side, side);
        Camera camera = new Camera(framing.view(), framing.centre(), SPACING, side, side, framing.near());
        Raster raster = Raster.of(mesh, camera);
        float[] heights = new float[side * side];
        for (int p = 0; p < heights.length; p++) {
            heights[p] = raster.empty(p) ? Float.NaN : raster.depth[p];
        }
        Curvatures curvatures = new HeightCurvature(SPACING, RADIUS).measure(heights, side, side);
        return new CurvatureTint(pose, camera, heights, curvatures, hollow ? -1 : 1);
    }

    @Override
    public int rgb(int triangle, double x, double y, double z) {
        float[] bend = new float[2];
        bend(new Vec(x, y, z), bend, 0);
        return bend[1] == 0 ? CLAY.rgb(triangle, x, y, z) : colour(bend[0], bend[1]);
    }

    /// How the surface bends at a place: puts there its shape index, −1 to +1, and how much of its colour is seen,
    /// 0
    /// to 1; 0 and 0 where nothing was measured.
    void bend(Vec place, float[] to, int at) {
        to[at] = 0;
        to[at + 1] = 0;
        int pixel = pixel(place);
        if (pixel < 0 || Float.isNaN(curvatures.curvedness()[pixel])) {
            return;
        }
        double above = place.minus(camera.centre()).dot(camera.view().front());
        if (Math.abs(above - heights[pixel]) > SAME_SURFACE) {
            return;
        }
        to[at] = (float) (sign * between(curvatures.shapeIndex(), place, pixel));
        to[at + 1] = (float) (Math.min(1, between(curvatures.curvedness(), place, pixel) / FULL) * within(place));
    }

    /// The colour of a shape index from −1 to +1, mixed into the clay by a share of 0 to 1.
    static int colour(double index, double strength) {
        return mix(CLAY.rgb(0, 0, 0, 0), colour(index), strength);
    }

    /// The colour of a shape index from −1 to +1.
    static int colour(double index) {
        double at = Math.clamp(2 * (index + 1), 0, COLOURS.length - 1);
        int low = Math.min((int) at, COLOURS.length - 2);
        return mix(COLOURS[low], COLOURS[low + 1], at - low);
    }

    /// 1 on the face, fading to 0 where it ends: an oval about its landmarks.
    private double within(Vec place) {
        Vec p = pose.frame().toFace(place);
        double across = p.x() / (0.66 * pose.height());
        double upwards = (p.y() - pose.menton() - 0.72 * pose.height()) / (0.9 * pose.height());
        return Math.clamp(6 * (1 - Math.sqrt(across * across + upwards * upwards)), 0, 1);
    }

    private int pixel(Vec place) {
        int column = (int) Math.floor(camera.x(place));
        int row = (int) Math.floor(camera.y(place));
        boolean inside = column >= 0 && row >= 0 && column < camera.width() && row < camera.height();
        return inside ? row * camera.width() + column : -1;
    }

    /// A value between the middles of four pixels, or that of the one pixel where a neighbour has none.
    private double between(float[] values, Vec place, int pixel) {
        double x = camera.x(place) - 0.5;
        double y = camera.y(place) - 0.5;
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column + 1 >= camera.width() || row + 1 >= camera.height()) {
            return values[pixel];
        }
        int at = row * camera.width() + column;
        double fx = x - column;
        double fy = y - row;
        double top = values[at] + fx * (values[at + 1] - values[at]);
        int below = at + camera.width();
        double bottom = values[below] + fx * (values[below + 1] - values[below]);
        double value = top + fy * (bottom - top);
        return Double.isNaN(value) ? values[pixel] : value;
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = (from >> shift) & 0xff;
            int b = (to >> shift) & 0xff;
            mixed |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }
}
