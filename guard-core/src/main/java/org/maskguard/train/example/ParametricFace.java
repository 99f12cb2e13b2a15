package org.maskguard.train.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.maskguard.landmark.Landmark;

/// A parametric head: a mean surface and modes that deform it, read from an MGP1 file.
///
/// A shape is the mean plus the sum of weight × displacement. Coordinates are in mm, +x to the subject's left, +y
/// up, +z out of the face. Immutable and safe to share between threads; accessors that give arrays give copies.
public final class ParametricFace {

    /// What a mode stands for, in the order of the file's numbers.
    public enum Kind {
        /// A principal component of a population; weight ~ N(0, sd).
        IDENTITY,
        /// A facial expression; weight from low to high.
        EXPRESSION,
        /// Ancestry, sex and age together; the weights of a person are not negative and sum to 1.
        MACRO,
        /// Little or much body fat at one sex and age; weight 0 to 1.
        WEIGHT,
        /// One facial detail; weight 0 to 1.
        DETAIL
    }

    /// @param sd deviation of the weight in the population, 0 where it is not normal
    /// @param low least weight
    /// @param high greatest weight
    public record Mode(String name, Kind kind, double sd, double low, double high) {}

    /// Displacements: of all vertices where `vertices` is null, else of those listed.
    private record Offsets(float scale, int[] vertices, short[] xyz) {}

    /// Most lateral vertices of ICT-FaceKit's nose wings, which its file does not name: they are 37 mm apart, as
    /// noses are. What the file calls alare lies 6 mm beside the wings on the cheeks.
    private static final int ICT_ALARE_LEFT = 5214;

    private static final int ICT_ALARE_RIGHT = 4749;

    private final float[] mean;
    private final int[] triangles;
    private final byte[] regionOf;
    private final List<String> regions;
    private final Map<String, Integer> points;
    private final Map<Landmark, Integer> landmarks;
    private final List<Mode> modes;
    private final List<Offsets> offsets;

    private ParametricFace(ByteBuffer in) {
        int vertexCount = in.getInt();
        int triangleCount = in.getInt();
        int regionCount = in.getInt();
        int pointCount = in.getInt();
        int modeCount = in.getInt();
        mean = new float[vertexCount * 3];
        in.asFloatBuffer().get(mean);
        in.position(in.position() + mean.length * Float.BYTES);
        triangles = readInts(in, triangleCount * 3);
        regionOf = new byte[vertexCount];
        in.get(regionOf);
        regions = readRegions(in, regionCount);
        points = readPoints(in, pointCount);
        landmarks = landmarks(points);
        List<Mode> readModes = new ArrayList<>();
        List<Offsets> readOffsets = new ArrayList<>();
        for (int i = 0; i < modeCount; i++) {
            readMode(in, vertexCount, readModes, readOffsets);
        }
        modes = List.copyOf(readModes);
        offsets = List.copyOf(readOffsets);
    }

    /// Reads a model.
    ///
    /// @throws IOException where the file cannot be read or is no MGP1
    public static ParametricFace read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return read(in.readAllBytes());
        }
    }

    /// Reads a model from its unpacked bytes.
    ///
    /// @throws IOException where they are no MGP1
    public static ParametricFace read(byte[] unpacked) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(unpacked).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[4];
        if (in.remaining() < 24) {
            throw new IOException("no MGP1 file: too short");
        }
        in.get(magic);
        if (!"MGP1".equals(new String(magic, StandardCharsets.ISO_8859_1))) {
            throw new IOException("no MGP1 file: wrong magic");
        }
        try {
            return new ParametricFace(in);
        } catch (RuntimeException broken) {
            throw new IOException("broken MGP1 file", broken);
        }
    }

    public int vertices() {
        return regionOf.length;
    }

    /// The mean surface's coordinates, mm, x y z after one another.
    public float[] mean() {
        return mean.clone();
    }

    /// Three vertex numbers a triangle, counter-clockwise seen from outside.
    public int[] triangles() {
        return triangles.clone();
    }

    /// Names of the regions, in the order of their numbers.
    public List<String> regions() {
        return regions;
    }

    /// The number of a vertex's region.
    public int region(int vertex) {
        return regionOf[vertex];
    }

    /// Whether the vertex belongs to an eyeball.
    public boolean eyeball(int vertex) {
        return regions.get(regionOf[vertex]).startsWith("eyeball");
    }

    /// All named points with their vertex, under the names of the file (`ibug00`, `tragion_L`, …).
    public Map<String, Integer> points() {
        return points;
    }

    /// The vertices of the landmarks that the file names; ICT-FaceKit's alaria are marked anew.
    ///
    /// Sources differ in their definitions: MakeHuman's endocanthia lie on the rim of the eyeball, some 13 mm too
    /// deep, and its menton some 12 mm too far back. Never average them with those of another model.
    public Map<Landmark, Integer> landmarks() {
        return landmarks;
    }

    public List<Mode> modes() {
        return modes;
    }

    /// The number of the mode of that name, -1 where there is none.
    public int mode(String name) {
        for (int i = 0; i < modes.size(); i++) {
            if (modes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// Adds weight × the displacement of one mode to coordinates of this model, mm.
    public void add(int mode, double weight, float[] xyz) {
        Offsets o = offsets.get(mode);
        double factor = weight * o.scale();
        if (o.vertices() == null) {
            for (int i = 0; i < xyz.length; i++) {
                xyz[i] += (float) (factor * o.xyz()[i]);
            }
            return;
        }
        for (int i = 0; i < o.vertices().length; i++) {
            int at = o.vertices()[i] * 3;
            xyz[at] += (float) (factor * o.xyz()[3 * i]);
            xyz[at + 1] += (float) (factor * o.xyz()[3 * i + 1]);
            xyz[at + 2] += (float) (factor * o.xyz()[3 * i + 2]);
        }
    }

    /// The surface with these weights, one a mode.
    public float[] shape(double[] weights) {
        float[] xyz = mean.clone();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                add(i, weights[i], xyz);
            }
        }
        return xyz;
    }

    /// A random person of this model, with none to two expressions. The same seed gives the same person.
    public Person person(long seed) {
        return PersonSampler.person(this, seed, true);
    }

    /// The same person's identity without expression.
    public Person neutralPerson(long seed) {
        return PersonSampler.person(this, seed, false);
    }

    /// The same person's identity with a given expression: weights by the modes' names.
    ///
    /// @throws IllegalArgumentException where this model has no such mode
    public Person personWith(long seed, Map<String, Double> expression) {
        return PersonSampler.personWith(this, seed, expression);
    }

    private static int[] readInts(ByteBuffer in, int count) {
        int[] numbers = new int[count];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + count * Integer.BYTES);
        return numbers;
    }

    private static String readString(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> readRegions(ByteBuffer in, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(readString(in));
        }
        return List.copyOf(names);
    }

    private static Map<String, Integer> readPoints(ByteBuffer in, int count) {
        Map<String, Integer> points = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = readString(in);
            points.put(name, in.getInt());
        }
        return Collections.unmodifiableMap(points);
    }

    private static void readMode(ByteBuffer in, int vertexCount, List<Mode> modes, List<Offsets> offsets) {
        String name = readString(in);
        Kind kind = Kind.values()[in.get()];
        modes.add(new Mode(name, kind, in.getFloat(), in.getFloat(), in.getFloat()));
        float scale = in.getFloat();
        int count = in.getInt();
        int[] vertices = count < 0 ? null : readInts(in, count);
        short[] xyz = new short[3 * (count < 0 ? vertexCount : count)];
        in.asShortBuffer().get(xyz);
        in.position(in.position() + xyz.length * Short.BYTES);
        offsets.add(new Offsets(scale, vertices, xyz));
    }

    /// Names such as `alare_L` and `labiale_superius` are `alare-left` and `labiale-superius` here.
    private static Map<Landmark, Integer> landmarks(Map<String, Integer> points) {
        Map<Landmark, Integer> known = new EnumMap<>(Landmark.class);
        for (Landmark landmark : Landmark.values()) {
            String name = landmark.name().toLowerCase(Locale.ROOT);
            name = name.replace("_left", "_L").replace("_right", "_R");
            Integer vertex = points.get(name);
            if (vertex != null) {
                known.put(landmark, vertex);
            }
        }
        if (points.containsKey("ibug33")) {
            known.put(Landmark.ALARE_LEFT, ICT_ALARE_LEFT);
            known.put(Landmark.ALARE_RIGHT, ICT_ALARE_RIGHT);
        }
        return Collections.unmodifiableMap(known);
    }
}
