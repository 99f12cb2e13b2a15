package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Detector;
import org.maskguard.io.Mesh;
import org.maskguard.suite.SampleMeshes;

class FlatBottomTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.25, 9.5})
    void whatIsAboveThePlaneStays(double floor) {
        Mesh cut = FlatBottom.cut(Boxes.of(0, 0, 0, 3, 4, 10), floor);
        assertThat(Boxes.volume(cut)).isCloseTo(12 * (10 - floor), within(1e-3));
        assertThat(Placement.bounds(cut)[2]).isCloseTo(floor, within(1e-6));
    }

    @Test
    void aClosedSurfaceStaysClosed() {
        Mesh mask = new SampleMeshes(Detector.shipped().shape()).mask();
        assertThat(openEdges(FlatBottom.cut(mask, 2))).isZero();
    }

    /// Edges that are not there as often one way as the other, corners being the same where their numbers are.
    private static long openEdges(Mesh mesh) {
        Map<List<List<Float>>, Integer> balance = new HashMap<>();
        for (int i = 0; i < mesh.corners().length; i++) {
            List<Float> a = corner(mesh, i);
            List<Float> b = corner(mesh, i % 3 == 2 ? i - 2 : i + 1);
            balance.merge(List.of(a, b), 1, Integer::sum);
            balance.merge(List.of(b, a), -1, Integer::sum);
        }
        return balance.values().stream().filter(count -> count != 0).count();
    }

    private static List<Float> corner(Mesh mesh, int number) {
        int at = 3 * mesh.corners()[number];
        return List.of(mesh.xyz()[at] + 0f, mesh.xyz()[at + 1] + 0f, mesh.xyz()[at + 2] + 0f);
    }
}
