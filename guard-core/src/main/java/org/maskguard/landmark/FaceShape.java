package org.maskguard.landmark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A statistical shape of the human face: a mean on a lattice of our own, and the modes in which faces differ from it.
///
/// Points 0 to [#points] − 1 lie on a lattice of 4 mm in the mean's frontal view; the 17 landmarks follow them, in the
/// order of [Landmark]. The frame is [FaceFrame]'s: origin at the mean's pronasale, x to the face's left, y up, z out
/// of
/// the face, mm. A shape is `mean + sum(w[k] · mode[k])`; over the training faces, after each was turned and scaled to
/// the mean, the weights have mean 0 and deviation 1. Immutable, safe to share; the arrays that are given out are not
/// copies and must not be changed.
public final class FaceShape {

    /// What part of a face a lattice point belongs to.
    public enum Region {
        NOSE,
        EYE_LEFT,
        EYE_RIGHT,
        MOUTH,
        CHIN,
        FOREHEAD,
        BROW,
        CHEEK
    }

    private static final Region[] REGIONS = Region.values();
    private static final int MAGIC = 0x4D474631; // "MGF1"
    private static final double MEAN_STEP = 1.0 / 128;

    private final int points;
    private final float[] mean;
    private final float[][] modes;
    private final byte[] region;
    private final int[] triangles;
    private final int[] outline;

    /// @param mean coordinates of lattice points and landmarks, mm
    /// @param modes displacements of the same at weight 1, mm
    /// @param region number of the [Region] of each lattice point
    /// @param triangles of the lattice, counter-clockwise seen from the front
    /// @param outline lattice points round the face, counter-clockwise seen from the front
    public FaceShape(float[] mean, float[][] modes, byte[] region, int[] triangles, int[] outline) {
        this.points = region.length;
        this.mean = mean;
        this.modes = modes;
        this.region = region;
        this.triangles = triangles;
        this.outline = outline;
    }

    /// Lattice points, landmarks not counted.
    public int points() {
        return points;
    }

    public int modes() {
        return modes.length;
    }

    public float[] mean() {
        return mean;
    }

    public float[] mode(int k) {
        return modes[k];
    }

    public Region region(int point) {
        return REGIONS[region[point]];
    }

    public int[] triangles() {
        return triangles;
    }

    public int[] outline() {
        return outline;
    }

    /// Index, in the arrays, of a landmark's point.
    public int index(Landmark landmark) {
        return points + landmark.ordinal();
    }

    /// Coordinates of all points and landmarks with these weights, in the frame of the mean.
    ///
    /// @param weights one a mode, in deviations; fewer are taken as followed by zeros
    public float[] shape(double[] weights) {
        float[] xyz = mean.clone();
        for (int k = 0; k < weights.length; k++) {
            float w = (float) weights[k];
            float[] mode = modes[k];
            for (int i = 0; i < xyz.length; i++) {
                xyz[i] += w * mode[i];
            }
        }
        return xyz;
    }

    /// Writes the shape; the mean is rounded to 1/128 mm, the modes to a 32,000th of their largest displacement.
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(points);
        out.writeInt(modes.length);
        out.writeInt(triangles.length);
        out.writeInt(outline.length);
        for (float v : mean) {
            out.writeShort((int) Math.rint(v / MEAN_STEP));
        }
        for (float[] mode : modes) {
            writeMode(out, mode);
        }
        out.write(region);
        for (int corner : triangles) {
            out.writeShort(corner);
        }
        for (int point : outline) {
            out.writeShort(point);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException where it is something else
    public static FaceShape read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("this is no face shape");
        }
        int points = in.readInt();
        int modeCount = in.readInt();
        int[] triangles = new int[in.readInt()];
        int[] outline = new int[in.readInt()];
        float[] mean = new float[3 * (points + Landmark.values().length)];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (in.readShort() * MEAN_STEP);
        }
        float[][] modes = new float[modeCount][];
        for (int k = 0; k < modeCount; k++) {
            modes[k] = readMode(in, mean.length);
        }
        byte[] region = in.readNBytes(points);
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = in.readUnsignedShort();
        }
        for (int i = 0; i < outline.length; i++) {
            outline[i] = in.readUnsignedShort();
        }
        return new FaceShape(mean, modes, region, triangles, outline);
    }

    private static void writeMode(DataOutputStream out, float[] mode) throws IOException {
        float largest = 1e-6f;
        for (float v : mode) {
            largest = Math.max(largest, Math.abs(v));
        }
        float step = largest / 32_000;
        out.writeFloat(step);
        for (float v : mode) {
            out.writeShort(Math.round(v / step));
        }
    }

    private static float[] readMode(DataInputStream in, int length) throws IOException {
        float step = in.readFloat();
        float[] mode = new float[length];
        for (int i = 0; i < length; i++) {
            mode[i] = in.readShort() * step;
        }
        return mode;
    }
}
