package org.maskguard.landmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.maskguard.io.Mesh;
import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Samples;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// Finds where on a surface a human face may be, in any position and at 0.6 to 1.8 times the mean's size.
///
/// Coarse: height maps from 64 directions, noses, polar template. Middle: pose and scale of the mean face on each map,
/// for the best few hundred starts. Fine: pose, scale and modes for the best dozen, on a finer map seen from the face's
/// own front. Immutable, safe to share between threads; the result does not depend on their number.
public final class FaceFinder {

    /// Directions looked from, 25° apart. With 64 as with 100, all of 144 masks of real heads were found.
    private static final int DIRECTIONS = 64;

    /// Cells of the maps for the middle stage, mm; the coarse stage takes twice that.
    private static final double CELL = 3;

    /// Holes up to this are bridged before looking: eyes and mouths cut out, lattices. mm.
    private static final double BRIDGE = 12;

    private static final int MOST_CELLS = 600;
    /// Points looked at from all directions, and points looked at again near a face: 1.2 mm apart on a body of
    /// 0.3 m² and 2 m².
    private static final int SAMPLES = 300_000;

    private static final int DENSE_SAMPLES = 2_000_000;
    private static final double SPACING = 1.2;

    /// Sizes, times the mean, between which a face can be life-size or a little over: sellion to menton 76 to 212
    /// mm.
    private static final double SMALLEST = 0.66;

    private static final double LARGEST = 1.85;

    /// Residuals, in mm at the mean's size, beyond which a point does not count, step by step.
    private static final double[] FIRST_CUTOFFS = {16, 13, 11};

    private static final double[] SECOND_CUTOFFS = {12, 10, 8, 8};

    /// Fewer triangles than this cannot show nose, eyes and mouth; the coarsest mask seen has 358.
    public static final int FEWEST_TRIANGLES = 100;

    private final FaceShape shape;
    private final PolarTemplate template;
    private final Effort effort;

    /// How much is tried.
    ///
    /// @param perNose starts of each nose candidate
    /// @param starts refined a little in pose
    /// @param settled of them that are refined fully in pose
    /// @param fits refined with a few modes
    /// @param faces of them that are refined with all
    /// @param modes of the shape that are fitted
    public record Effort(int perNose, int starts, int settled, int fits, int faces, int modes) {

        /// What the shipped model was trained with.
        public static final Effort STANDARD = new Effort(4, 1000, 180, 12, 4, 24);
    }

    public FaceFinder(FaceShape shape, Effort effort) {
        this.shape = shape;
        this.effort = effort;
        this.template = new PolarTemplate(shape);
    }

    /// The shape that is looked for.
    public FaceShape shape() {
        return shape;
    }

    /// Faces that may be there, best agreement first.
    ///
    /// @param concave whether to look for hollow faces (moulds) instead of raised ones
    public List<FittedFace> find(Mesh mesh, boolean concave) {
        if (mesh.triangles() < FEWEST_TRIANGLES) {
            return List.of();
        }
        Samples dense = Samples.of(mesh, SPACING, DENSE_SAMPLES);
        Samples samples = dense.count() <= SAMPLES ? dense : Samples.of(mesh, SPACING, SAMPLES);
        if (samples.count() < 100) {
            return List.of();
        }
        View[] views = views();
        Slopes[] maps = new Slopes[views.length];
        List<Start> starts = coarse(samples, views, maps, concave);
        List<Start> refined = middle(maps, starts);
        List<Start> apart = apart(refined, views, effort.fits());
        return fine(dense, views, apart, concave);
    }

    /// Even directions by the golden angle.
    private static View[] views() {
        View[] views = new View[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            double z = 1 - (2 * i + 1.0) / DIRECTIONS;
            double r = Math.sqrt(1 - z * z);
            double turn = i * Math.PI * (3 - Math.sqrt(5));
            views[i] = View.along(new Vec(r * Math.cos(turn), r * Math.sin(turn), z));
        }
        return views;
    }

    private List<Start> coarse(Samples samples, View[] views, Slopes[] maps, boolean concave) {
        List<List<Start>> found = IntStream.range(0, views.length)
                .parallel()
                .mapToObj(i -> {
                    double cell = Math.max(CELL, samples.spacing() * 1.8);
                    HeightMap map = HeightMap.of(samples, views[i], cell, concave, MOST_CELLS);
                    maps[i] = Slopes.of(map);
                    HeightMap bridged = map.halved(concave).filled(BRIDGE);
                    return new NoseSearch(template, effort.perNose()).search(bridged, i);
                })
                .toList();
        List<Start> all = new ArrayList<>();
        found.forEach(all::addAll);
        all.sort(Comparator.comparingDouble(Start::score).reversed());
        return all.subList(0, Math.min(all.size(), effort.starts()));
    }

    /// A first refinement of all starts with few points, a second one of those that it leaves in front.
    private List<Start> middle(Slopes[] maps, List<Start> starts) {
        List<Start> first = refined(maps, starts, 8, FIRST_CUTOFFS);
        return refined(maps, first.subList(0, Math.min(first.size(), effort.settled())), 4, SECOND_CUTOFFS);
    }

    private List<Start> refined(Slopes[] maps, List<Start> starts, int every, double[] cutoffs) {
        return IntStream.range(0, starts.size())
                .parallel()
                .mapToObj(i -> settle(maps[starts.get(i).map()], starts.get(i), every, cutoffs))
                .filter(s -> s.pose().s() > SMALLEST && s.pose().s() < LARGEST)
                .sorted(Comparator.comparingDouble(Start::score).reversed())
                .toList();
    }

    private Start settle(Slopes map, Start start, int every, double[] cutoffs) {
        SurfaceFit fit = new SurfaceFit(shape, every, 0);
        fit.reset();
        Pose pose = start.pose();
        double s = pose.s();
        for (double cutoff : cutoffs) {
            pose = fit.step(map, pose, 0, cutoff * s, 0, s, 160.0 / every);
        }
        return new Start(start.map(), pose, fit.agreement(map, pose, 5 * s));
    }

    /// The best starts of which no two are the same face.
    private static List<Start> apart(List<Start> starts, View[] views, int most) {
        List<Start> kept = new ArrayList<>();
        for (Start s : starts) {
            if (kept.size() == most) {
                break;
            }
            if (kept.stream().noneMatch(k -> same(k, s, views))) {
                kept.add(s);
            }
        }
        return kept;
    }

    private static boolean same(Start a, Start b, View[] views) {
        View va = views[a.map()].turned(a.pose().r());
        View vb = views[b.map()].turned(b.pose().r());
        Vec pa = views[a.map()].point(a.pose().x(), a.pose().y(), a.pose().z());
        Vec pb = views[b.map()].point(b.pose().x(), b.pose().y(), b.pose().z());
        return pa.minus(pb).length() < 15
                && va.front().dot(vb.front()) > 0.92
                && va.up().dot(vb.up()) > 0.92
                && Math.abs(Math.log(a.pose().s() / b.pose().s())) < 0.15;
    }

    private List<FittedFace> fine(Samples samples, View[] views, List<Start> starts, boolean concave) {
        List<FineFit> fits = IntStream.range(0, starts.size())
                .parallel()
                .mapToObj(i -> new FineFit(shape, effort.modes(), samples, concave)
                        .begin(views[starts.get(i).map()], starts.get(i).pose()))
                .sorted(Comparator.comparingDouble(FineFit::agreement).reversed())
                .limit(effort.faces())
                .toList();
        return fits.stream()
                .parallel()
                .map(FineFit::finish)
                .sorted(Comparator.comparingDouble(FittedFace::agreement).reversed())
                .toList();
    }
}
