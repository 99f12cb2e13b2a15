package org.maskguard.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Bodies;
import org.maskguard.surface.Box;
import org.maskguard.surface.Vec;

/// Scans and masks from a folder `shared/data` beside or above the project, or in the system property
/// `maskguard.shared`; skipped where there is none. All of them have y up and look towards +z.
class RealFacesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ct_headsq",
                "danish_maria_head",
                "demosthenes",
                "libigl_face",
                "lps_head",
                "max_planck",
                "mesh2hrtf_head",
                "museo_female_head",
                "nefertiti",
                "three_athena_head",
                "three_nymph_head",
                "three_deer_face",
                "vtk_human_head"
            })
    void headsClosedOrSkinsOpenAtTheNeckAreNotWorn(String name) throws Unreadable {
        Wear wear = measure(name);
        assertThat(wear.wearable()).isFalse();
        assertThat(wear.wallShare()).isLessThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpjs_face", "mediapipe_face", "fran_cut"})
    void surfacesOfFacesAreWorn(String name) throws Unreadable {
        Wear wear = measure(name);
        assertThat(wear.sheet()).isTrue();
        assertThat(wear.wearable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask_venetian", "mask_waifu"})
    void madeMasksAreWorn(String name) throws Unreadable {
        Wear wear = measure(name);
        assertThat(wear.wearable()).isTrue();
        assertThat(wear.wallShare()).isGreaterThan(0.9);
        assertThat(wear.roomMm()).isBetween(22.0, 42.0);
    }

    private static Wear measure(String name) throws Unreadable {
        Path shared = shared();
        assumeTrue(shared != null, "no folder shared/data: set -Dmaskguard.shared to measure real faces");
        Mesh mesh = MeshReader.read(shared.resolve("faces").resolve(name + ".ply"), Limits.DEFAULT)
                .mesh();
        Bodies bodies = Bodies.of(mesh);
        int largest = 0;
        for (int body = 1; body < bodies.count(); body++) {
            largest = bodies.triangles(body) > bodies.triangles(largest) ? body : largest;
        }
        double[][] outline = FaceShapes.outline();
        Mesh face = bodies.mesh(largest);
        return WearProbe.measure(face, frame(face, bodies.box(largest)), outline[0], outline[1], 45);
    }

    /// The nose as the foremost point of the middle; good enough for upright heads.
    private static FaceFrame frame(Mesh mesh, Box box) {
        double middle = (box.minX() + box.maxX()) / 2;
        Vec nose = new Vec(0, 0, Double.NEGATIVE_INFINITY);
        for (int v = 0; v < mesh.xyz().length; v += 3) {
            Vec p = new Vec(mesh.xyz()[v], mesh.xyz()[v + 1], mesh.xyz()[v + 2]);
            double height = (p.y() - box.minY()) / box.height();
            if (Math.abs(p.x() - middle) < 20 && height > 0.25 && height < 0.8 && p.z() > nose.z()) {
                nose = p;
            }
        }
        return new FaceFrame(nose, new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));
    }

    private static Path shared() {
        String given = System.getProperty("maskguard.shared");
        if (given != null) {
            return Path.of(given, "data");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return at.resolve("shared/data");
            }
        }
        return null;
    }
}
