package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

class ShaderTest {

    private static final Vec FRONT = new Vec(0, 0, 1);
    private static final Vec UP = new Vec(0, 1, 0);
    private static final double ANY = Double.POSITIVE_INFINITY;

    /// Two squares of 20 mm: one in the plane z = 0, one of half its width in the plane z = 5.
    private static final Mesh STEP = Mesh.soup(new float[] {
        -10, -10, 0, 10, -10, 0, 10, 10, 0,
        -10, -10, 0, 10, 10, 0, -10, 10, 0,
        0, -10, 5, 10, -10, 5, 10, 10, 5,
        0, -10, 5, 10, 10, 5, 0, 10, 5
    });

    @Test
    void theForemostSurfaceIsSeen() {
        int[] colours = {0xff0000, 0xff0000, 0x0000ff, 0x0000ff};
        Picture front = Shader.draw(STEP, camera(FRONT, ANY), (t, x, y, z) -> colours[t]);
        Picture back = Shader.draw(STEP, camera(FRONT.times(-1), ANY), (t, x, y, z) -> colours[t]);

        assertThat(blue(front, 30, 20)).isGreaterThan(100);
        assertThat(red(front, 30, 20)).isZero();
        assertThat(red(front, 10, 20)).isGreaterThan(100);
        assertThat(red(back, 10, 20)).isGreaterThan(100);
        assertThat(red(back, 30, 20)).isGreaterThan(100);
    }

    @Test
    void whatStandsBeforeTheNearLimitIsLeftOut() {
        int[] colours = {0xff0000, 0xff0000, 0x0000ff, 0x0000ff};
        Picture clipped = Shader.draw(STEP, camera(FRONT, 2), (t, x, y, z) -> colours[t]);

        assertThat(red(clipped, 30, 20)).isGreaterThan(100);
        assertThat(Raster.of(STEP, camera(FRONT, 2)).clipped()).isTrue();
        assertThat(Raster.of(STEP, camera(FRONT, 6)).clipped()).isFalse();
    }

    @Test
    void neighbouringTrianglesLeaveNoGap() {
        Picture picture = Shader.draw(STEP, camera(FRONT, ANY));

        for (int y = 6; y < 34; y++) {
            for (int x = 6; x < 34; x++) {
                assertThat(picture.argb()[y * 40 + x] >>> 24).as("%d, %d", x, y).isEqualTo(255);
            }
        }
        assertThat(picture.argb()[0]).as("background").isZero();
    }

    @Test
    void edgesAreSmooth() {
        Mesh triangle = Mesh.soup(new float[] {-10, -10, 0, 10, -10, 0, 10, 7, 0});
        Picture picture = Shader.draw(triangle, camera(FRONT, ANY));
        long partly = java.util.Arrays.stream(picture.argb())
                .map(p -> p >>> 24)
                .filter(a -> a > 0 && a < 255)
                .count();

        assertThat(partly).isGreaterThan(10);
    }

    @Test
    void windingDoesNotMatter() {
        Mesh mask = new SyntheticMask(2.4, 3).mesh();
        int[] turned = mask.corners().clone();
        Random random = new Random(5);
        for (int t = 0; t < turned.length; t += 3) {
            if (random.nextBoolean()) {
                int a = turned[t];
                turned[t] = turned[t + 1];
                turned[t + 1] = a;
            }
        }
        Camera camera = Camera.fitting(mask, new Vec(0.2, -1, 0.3), new Vec(0, 0, 1), 80, 80);
        int[] before = Shader.draw(mask, camera).argb();
        int[] after = Shader.draw(new Mesh(mask.xyz(), turned), camera).argb();
        for (int i = 0; i < before.length; i++) {
            assertThat((after[i] & 0xff) - (before[i] & 0xff)).isBetween(-2, 2);
        }
    }

    @Test
    void aHollowIsDarkerThanOpenGround() {
        Picture pit = Shader.draw(square((x, y) -> -12 * Math.exp(-(x * x + y * y) / 12)), camera(FRONT, ANY));
        Picture flat = Shader.draw(square((x, y) -> 0), camera(FRONT, ANY));

        assertThat(red(pit, 20, 20)).isLessThan(red(flat, 20, 20) - 20);
    }

    @Test
    void aFittedMeshFillsThePictureAndStaysInIt() {
        Mesh mesh = new SyntheticMask(2.4, 3).mesh();
        Camera camera = Camera.fitting(mesh, new Vec(1, -2, 1), new Vec(0, 0, 1), 120, 90);
        double least = 90;
        double most = 0;
        for (int corner : mesh.corners()) {
            Vec v = new Vec(mesh.xyz()[3 * corner], mesh.xyz()[3 * corner + 1], mesh.xyz()[3 * corner + 2]);
            assertThat(camera.x(v)).isBetween(0.0, 120.0);
            least = Math.min(least, camera.y(v));
            most = Math.max(most, camera.y(v));
        }
        assertThat(least).isCloseTo(4.5, within(0.1));
        assertThat(most).isCloseTo(85.5, within(0.1));
    }

    @Test
    void nothingAndDegenerateTrianglesGiveAnEmptyPicture() {
        Mesh nothing = Mesh.soup(new float[0]);
        Mesh flat = Mesh.soup(new float[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 5, 5, 5, 5, 5, 5, 5, 5, 5});

        assertThat(Shader.draw(nothing, Camera.fitting(nothing, FRONT, UP, 20, 20))
                        .argb())
                .containsOnly(0);
        assertThat(Shader.draw(flat, Camera.fitting(flat, FRONT, UP, 20, 20)).argb())
                .containsOnly(0);
    }

    @Test
    void upAlongTheDirectionOfViewIsNoFault() {
        assertThat(Shader.draw(STEP, Camera.fitting(STEP, UP.times(3), UP, 20, 20))
                        .argb())
                .hasSize(400);
    }

    @Test
    void camerasThatSeeNothingAreRefused() {
        assertThatThrownBy(() -> new Camera(Camera.view(FRONT, UP), FRONT, 1, 0, 5, ANY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Camera(Camera.view(FRONT, UP), FRONT, Double.NaN, 5, 5, ANY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Camera(Camera.view(FRONT, UP), FRONT, 1, 1 << 16, 1 << 16, ANY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPngComesBackAsItWas() throws IOException {
        Random random = new Random(7);
        int[] argb = random.ints(33 * 17).toArray();
        Picture picture = new Picture(33, 17, argb);
        int[] read = ImageIO.read(new ByteArrayInputStream(picture.png())).getRGB(0, 0, 33, 17, null, 0, 33);

        assertThat(read).isEqualTo(argb);
        assertThat(picture.image().getRGB(4, 2)).isEqualTo(argb[2 * 33 + 4]);
    }

    @Test
    void aMillionTrianglesTakeWellBelowASecond() {
        Mesh fine = new SyntheticMask(2.4, 0.27).mesh();
        assertThat(fine.triangles()).isGreaterThan(1_000_000);
        Camera camera = Camera.fitting(fine, new Vec(0.5, -0.75, 0.45), new Vec(0, 0, 1), 640, 640);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            Shader.draw(fine, camera);
            best = Math.min(best, System.nanoTime() - start);
        }
        // 0.2 s on an idle machine.
        assertThat(best).isLessThan(1_500_000_000L);
    }

    @Test
    void manyTrianglesThatEachFillThePictureAreDrawnInBoundedTime() {
        float[] wall = {-900, -900, 0, 900, -900, 0, 0, 900, 0};
        float[] walls = new float[9 * 40_000];
        for (int i = 0; i < walls.length; i++) {
            walls[i] = wall[i % 9];
        }
        long start = System.nanoTime();
        Picture picture = Shader.draw(Mesh.soup(walls), new Camera(Camera.view(FRONT, UP), FRONT, 0.6, 640, 640, ANY));

        assertThat(picture.argb()[640 * 320 + 320] >>> 24).isEqualTo(255);
        // All of them would take minutes.
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static Camera camera(Vec front, double near) {
        return new Camera(Camera.view(front, UP), new Vec(0, 0, 0), 0.6, 40, 40, near);
    }

    private static Mesh square(java.util.function.DoubleBinaryOperator height) {
        int side = 49;
        float[] xyz = new float[3 * side * side];
        int[] corners = new int[6 * (side - 1) * (side - 1)];
        int n = 0;
        for (int i = 0; i < side * side; i++) {
            double x = 0.5 * (i % side - side / 2);
            double y = 0.5 * (i / side - side / 2);
            xyz[3 * i] = (float) x;
            xyz[3 * i + 1] = (float) y;
            xyz[3 * i + 2] = (float) height.applyAsDouble(x, y);
            if (i % side + 1 < side && i / side + 1 < side) {
                for (int corner : new int[] {i, i + 1, i + side, i + 1, i + side + 1, i + side}) {
                    corners[n++] = corner;
                }
            }
        }
        return new Mesh(xyz, corners);
    }

    private static int red(Picture picture, int x, int y) {
        return (picture.argb()[y * picture.width() + x] >> 16) & 0xff;
    }

    private static int blue(Picture picture, int x, int y) {
        return picture.argb()[y * picture.width() + x] & 0xff;
    }
}
