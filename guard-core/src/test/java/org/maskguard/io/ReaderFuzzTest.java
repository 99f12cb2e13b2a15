package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.io.Written.Zip;

/// Whatever the bytes, a reader gives finite geometry or [Unreadable], and nothing else.
///
/// The ordinary build runs the seeds. To look for a counter-example, for a minute and one reader at a time (Jazzer
/// takes one in a run):
///
/// ```
/// JAZZER_FUZZ=1 mvn -pl guard-core test -Dtest='ReaderFuzzTest#stl'
/// ```
class ReaderFuzzTest {

    /// Small, so that no input is slow.
    private static final Limits LIMITS = new Limits(1 << 20, 10_000, 1 << 12, 1 << 20, 200, 20, 8, 16);

    private static final Set<String> CODES = Set.of(
            "empty",
            "truncated",
            "unknown-format",
            "bad-number",
            "bad-index",
            "no-surface",
            "bad-archive",
            "bad-xml",
            "unsupported",
            "too-large");

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void stl(byte[] file) {
        check(file);
    }

    static Stream<byte[]> stl() {
        String text = Written.stlText(Shapes.cube());
        return Stream.of(
                Written.stlBinary(Shapes.cube()),
                Written.stlBinary(Shapes.cube(), "solid"),
                Written.ascii(text),
                Written.ascii("# a\n" + text.replace("endloop", "endloop x").replace("\n", "\r\n")));
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void obj(byte[] file) {
        check(file);
    }

    static Stream<byte[]> obj() {
        return Stream.of(
                Written.ascii(Written.obj(Shapes.cube())),
                Written.ascii("v 1e-3 .5 -2.\nv 0 0 0 1 1 1\nv 1 1 1\nf -1/2/3 -2//1 -3 \\\n 1\nsurf 1\n"));
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void ply(byte[] file) {
        check(file);
    }

    static Stream<byte[]> ply() {
        String text = Written.plyText(Shapes.cube());
        String head = text.substring(0, text.indexOf("end_header") + 11);
        return Stream.of(
                Written.ascii(text),
                Written.ascii(head.replace("ascii", "binary_big_endian") + "\0".repeat(300)),
                Written.ascii(head.replace("ascii", "binary_little_endian")
                                .replace("face", "tristrips")
                                .replace("property float x", "property list short double l\nproperty double x")
                        + "\0".repeat(500)));
    }

    /// The bytes are a 3MF's model part.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void model(byte[] part) {
        check(new Zip().add("3D/3dmodel.model", part).bytes());
    }

    static Stream<byte[]> model() {
        String object = "<object id=\"1\">" + Written.mesh(Shapes.cube()) + "</object><object id=\"2\"><components>"
                + "<component objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 -1 5 6 7\"/></components></object>";
        String model = Written.model("unit=\"inch\"", object, "<item objectid=\"2\"/>");
        return Stream.of(Written.ascii(model), Written.ascii(model.replace("<build>", "<!DOCTYPE a><build>&amp;&a;")));
    }

    /// The bytes are an archive.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void archive(byte[] file) {
        check(file);
    }

    static Stream<byte[]> archive() {
        String model = Written.model(Shapes.cube());
        return Stream.of(
                Written.threeMf(model),
                new Zip().addStored("3D/a.model", model).add("Metadata/x", "y").bytes());
    }

    private static void check(byte[] file) {
        try {
            Model model = Reading.read(file, LIMITS);
            assertSound(model);
        } catch (Unreadable e) {
            assertThat(CODES).contains(e.code());
            assertThat(e.where()).isNotNull();
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    private static void assertSound(Model model) {
        Mesh mesh = model.mesh();
        assertThat(mesh.triangles()).isBetween(1, LIMITS.triangles());
        assertThat(mesh.corners().length % 3).isZero();
        for (float value : mesh.xyz()) {
            assertThat(Math.abs(value) <= 1e6f).isTrue();
        }
        for (int corner : mesh.corners()) {
            assertThat(corner >= 0 && corner < mesh.vertices()).isTrue();
        }
        assertThat(List.of("stl-binary", "stl-ascii", "obj", "ply-ascii", "ply-binary-le", "ply-binary-be", "3mf"))
                .contains(model.format());
    }
}
