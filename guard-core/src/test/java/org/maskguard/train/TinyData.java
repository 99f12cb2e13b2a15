package org.maskguard.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// A folder of data made on the spot: two parametric faces without points or modes, a few boxes among faces and benign
/// files, half of them kept back. No head can be made from it.
final class TinyData {

    private TinyData() {}

    static Path in(Path folder) throws IOException {
        Path param = Files.createDirectories(folder.resolve("param"));
        parametric(param.resolve("ict_facekit.mgp"));
        parametric(param.resolve("makehuman_head.mgp"));
        Path faces = Files.createDirectories(folder.resolve("faces"));
        box(faces.resolve("seen.stl"), 120);
        box(faces.resolve("kept.stl"), 130);
        Files.writeString(faces.resolve("manifest.csv"), """
                file,label,person,life_size,realistic,train,notes
                seen.stl,robot_face,A,yes,no,yes,
                kept.stl,mask_human,B,yes,yes,no,
                """);
        Path benign = Files.createDirectories(folder.resolve("benign"));
        box(benign.resolve("seen.stl"), 50);
        box(benign.resolve("kept.stl"), 70);
        Files.writeString(benign.resolve("broken.stl"), "solid of nothing");
        Files.writeString(benign.resolve("manifest.csv"), """
                file,label,family,extent_x,extent_y,extent_z,train
                seen.stl,part,a,50,50,50,yes
                kept.stl,part,b,70,70,70,no
                broken.stl,enclosure,b,10,10,10,no
                """);
        return folder;
    }

    private static void parametric(Path file) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        out.put("MGP1".getBytes(StandardCharsets.ISO_8859_1));
        out.putInt(3).putInt(1).putInt(1).putInt(0).putInt(0);
        for (float c : new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}) {
            out.putFloat(c);
        }
        out.putInt(0).putInt(1).putInt(2);
        out.put(new byte[3]);
        out.putShort((short) 4).put("skin".getBytes(StandardCharsets.UTF_8));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(out.array(), 0, out.position());
        }
    }

    /// Each side of the box is cut into so many squares that the guard does not take it for too few triangles.
    private static void box(Path file, float side) throws IOException {
        int n = 6;
        ByteBuffer out = ByteBuffer.allocate(84 + 50 * 12 * n * n).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(80, 12 * n * n);
        out.position(84);
        for (int axis = 0; axis < 3; axis++) {
            for (float level : new float[] {0, side}) {
                for (int i = 0; i < n * n; i++) {
                    float u = side * (i % n) / n;
                    float v = side * (i / n) / n;
                    float d = side / n;
                    triangle(out, axis, level, u, v, u + d, v, u + d, v + d);
                    triangle(out, axis, level, u, v, u + d, v + d, u, v + d);
                }
            }
        }
        Files.write(file, out.array());
    }

    private static void triangle(ByteBuffer out, int axis, float level, float... uv) {
        out.position(out.position() + 12);
        for (int c = 0; c < 6; c += 2) {
            float[] p = new float[3];
            p[axis] = level;
            p[(axis + 1) % 3] = uv[c];
            p[(axis + 2) % 3] = uv[c + 1];
            out.putFloat(p[0]).putFloat(p[1]).putFloat(p[2]);
        }
        out.putShort((short) 0);
    }
}
