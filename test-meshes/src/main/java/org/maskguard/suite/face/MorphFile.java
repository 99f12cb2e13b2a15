package org.maskguard.suite.face;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// A parametric face as the training data have it (format MGP1, described beside them): a mean, triangles, named
/// vertices, and modes as displacements of vertices.
///
/// @param mean x y z of each vertex, mm
/// @param triangles three vertices each
/// @param landmarks vertices by name
/// @param modes displacements of all vertices at weight 1, mm, by name
record MorphFile(float[] mean, int[] triangles, Map<String, Integer> landmarks, Map<String, float[]> modes) {

    static MorphFile read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            bytes = in.readAllBytes();
        }
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (b.getInt() != 0x3150474d) {
            throw new IOException(file + " is no MGP1 file");
        }
        int vertices = b.getInt();
        int triangleCount = b.getInt();
        int regions = b.getInt();
        int landmarkCount = b.getInt();
        int modeCount = b.getInt();
        float[] mean = new float[3 * vertices];
        b.asFloatBuffer().get(mean);
        b.position(b.position() + 4 * mean.length);
        int[] triangles = new int[3 * triangleCount];
        b.asIntBuffer().get(triangles);
        b.position(b.position() + 4 * triangles.length + vertices);
        for (int i = 0; i < regions; i++) {
            string(b);
        }
        Map<String, Integer> landmarks = new LinkedHashMap<>();
        for (int i = 0; i < landmarkCount; i++) {
            landmarks.put(string(b), b.getInt());
        }
        Map<String, float[]> modes = new LinkedHashMap<>();
        for (int i = 0; i < modeCount; i++) {
            modes.put(string(b), displacements(b, vertices));
        }
        return new MorphFile(mean, triangles, landmarks, modes);
    }

    /// The mean with so much of each of the named modes.
    float[] shape(Map<String, Double> weights) {
        float[] shape = mean.clone();
        weights.forEach((name, weight) -> {
            float[] mode = modes.get(name);
            for (int i = 0; i < shape.length; i++) {
                shape[i] = (float) (shape[i] + weight * mode[i]);
            }
        });
        return shape;
    }

    /// Names of the modes that begin so.
    List<String> named(String prefix) {
        List<String> names = new ArrayList<>(modes.keySet());
        names.removeIf(name -> !name.startsWith(prefix));
        return names;
    }

    private static float[] displacements(ByteBuffer b, int vertices) {
        b.get();
        b.position(b.position() + 12);
        float scale = b.getFloat();
        int count = b.getInt();
        float[] all = new float[3 * vertices];
        int[] which = new int[Math.max(0, count)];
        for (int i = 0; i < which.length; i++) {
            which[i] = b.getInt();
        }
        int moved = count < 0 ? vertices : count;
        for (int i = 0; i < moved; i++) {
            int v = count < 0 ? i : which[i];
            for (int axis = 0; axis < 3; axis++) {
                all[3 * v + axis] = b.getShort() * scale;
            }
        }
        return all;
    }

    private static String string(ByteBuffer b) {
        byte[] text = new byte[b.getShort()];
        b.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
