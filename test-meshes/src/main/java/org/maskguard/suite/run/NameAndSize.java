package org.maskguard.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;
import org.maskguard.suite.geometry.Meshes;

/// The baseline that anybody would try first: the words of the file's name, and whether the thing is as large as a
/// face.
final class NameAndSize implements Candidate {

    private static final List<String> WORDS = List.of("mask", "face", "head", "bust");

    @Override
    public String name() {
        return "baseline: name and size";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Answer judge(Path file) throws IOException {
        long start = System.nanoTime();
        Mesh mesh = mesh(file);
        if (mesh == null) {
            return new Answer("unreadable", "", Double.NaN, (System.nanoTime() - start) / 1_000_000, 0, "");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        double[] sizes = Meshes.extents(mesh);
        boolean large = sizes[1] > 85 && sizes[1] < 200 && sizes[0] > 30 && sizes[0] < 130;
        boolean named = WORDS.stream().anyMatch(name::contains);
        double score = (named ? 0.6 : 0) + (large ? 0.4 : 0);
        String verdict = named && large ? "refuse" : "pass";
        return new Answer(verdict, "", score, (System.nanoTime() - start) / 1_000_000, 0, "");
    }

    /// The surface of a file, or null where it cannot be read.
    static Mesh mesh(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return null;
        }
        try {
            return MeshReader.read(file, Limits.DEFAULT).mesh();
        } catch (Unreadable e) {
            // A baseline has no better word for it.
            return null;
        }
    }
}
