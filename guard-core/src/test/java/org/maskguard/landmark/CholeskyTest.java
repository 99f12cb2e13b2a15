package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 13, 37})
    void theSolutionIsThatOfEjml(int n) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            DMatrixRMaj a = RandomMatrices_DDRM.symmetricPosDef(n, random);
            DMatrixRMaj b = RandomMatrices_DDRM.rectangle(n, 1, -5, 5, random);
            DMatrixRMaj expected = new DMatrixRMaj(n, 1);
            assertThat(CommonOps_DDRM.solve(a, b, expected)).isTrue();
            double[] x = new double[n];
            assertThat(Cholesky.solve(lower(a), b.data.clone(), x, n)).isTrue();
            for (int i = 0; i < n; i++) {
                assertThat(x[i])
                        .as("n %d, seed %d, unknown %d", n, seed, i)
                        .isCloseTo(expected.get(i), within(1e-7 * (1 + Math.abs(expected.get(i)))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void aMatrixThatIsNotPositiveDefiniteIsToldApart(int n) {
        DMatrixRMaj a = RandomMatrices_DDRM.symmetricPosDef(n, new Random(1));
        a.set(n - 1, n - 1, -1);
        assertThat(Cholesky.solve(a.data.clone(), new double[n], new double[n], n))
                .isFalse();
        assertThat(Cholesky.solve(new double[n * n], new double[n], new double[n], n))
                .isFalse();
        double[] none = new double[n * n];
        java.util.Arrays.fill(none, Double.NaN);
        assertThat(Cholesky.solve(none, new double[n], new double[n], n)).isFalse();
    }

    /// Only the lower triangle: the upper one must not be asked.
    private static double[] lower(DMatrixRMaj a) {
        double[] out = a.data.clone();
        for (int i = 0; i < a.numRows; i++) {
            for (int j = i + 1; j < a.numCols; j++) {
                out[i * a.numCols + j] = Double.NaN;
            }
        }
        return out;
    }
}
