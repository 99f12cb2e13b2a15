package org.maskguard.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Detector;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Midline;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Bodies;
import org.maskguard.surface.Box;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Vec;

/// Cut faces of mean-face shells, found and put together again.
class SawnTest {

    private static final ShapedFace MEAN = ShapedFace.mean(Detector.shipped().shape());
    private static final Mesh SHELL = MEAN.shell(3);
    private static final Profile PROFILE = new Profile(Midline.of(MEAN.shape()));
    private static final Vec ACROSS = new Vec(1, 0, 0);

    @Test
    void twoPiecesGoTogetherToTheSizeOfTheWhole() {
        Mesh[] pieces = Saw.inTwo(SHELL, new Vec(0.98, 0.17, 0.1).unit(), 8);
        List<Sawn.Assembly> found =
                sawn(Saw.away(pieces[0], 1), Saw.away(pieces[1], 2)).assemblies(6);
        assertThat(found).isNotEmpty();
        Sawn.Assembly first = found.getFirst();
        assertThat(first.bodies()).isEqualTo(2);
        assertThat(diameter(first.mesh())).isCloseTo(diameter(SHELL), within(3.0));
        assertThat(first.mesh().triangles()).isEqualTo(pieces[0].triangles() + pieces[1].triangles());
    }

    @Test
    void blocksAreNotPutTogether() {
        Mesh blocks = Shapes.together(
                Shapes.block(new Vec(0, 0, 0), new Vec(100, 60, 20)),
                Shapes.block(new Vec(200, 0, 0), new Vec(300, 60, 20)));
        Sawn sawn = Sawn.of(Bodies.of(blocks));
        assertThat(sawn.assemblies(6)).isEmpty();
        assertThat(sawn.halves(PROFILE)).isEmpty();
    }

    @Test
    void aHalfIsMirroredInThePlaneOfItsCut() {
        List<Sawn.Half> halves = sawn(Saw.beyond(SHELL, ACROSS, 0)).halves(PROFILE);
        assertThat(halves).isNotEmpty();
        assertThat(Math.abs(halves.getFirst().normal().x())).isGreaterThan(0.999);
        Box box = Box.around(halves.getFirst().mesh());
        assertThat(box.minX()).isCloseTo(-box.maxX(), within(0.3));
    }

    @Test
    void aWholeShellHasNoTwin() {
        assertThat(sawn(SHELL).halves(PROFILE)).isEmpty();
    }

    private static Sawn sawn(Mesh... bodies) {
        return Sawn.of(Bodies.of(Shapes.together(bodies)));
    }

    /// The largest distance between two of every few vertices; the same however it is
    /// turned.
    private static double diameter(Mesh mesh) {
        double most = 0;
        for (int i = 0; i < mesh.vertices(); i += 7) {
            for (int j = i % 5; j < mesh.vertices(); j += 5) {
                most = Math.max(most, at(mesh, i).minus(at(mesh, j)).length());
            }
        }
        return most;
    }

    private static Vec at(Mesh mesh, int v) {
        return new Vec(mesh.xyz()[3 * v], mesh.xyz()[3 * v + 1], mesh.xyz()[3 * v + 2]);
    }
}
