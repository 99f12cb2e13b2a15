package org.maskguard.suite.positive;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.face.FaceNet;
import org.maskguard.suite.face.FaceSheet;
import org.maskguard.suite.face.FrontHeights;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.geometry.Outline;
import org.maskguard.suite.geometry.Sheet;

/// Masks of one head, each drawn by dice. x to the face's left, y up, z in front, mm.
///
/// @param net the head
public record MaskMaker(FaceNet net) {

    private static final double STEP = 1.5;

    /// What is done to the eyes.
    public enum Eyes {
        FILLED,
        CUT,
        SLITS,
        PUPILS
    }

    /// A shell of even thickness, 0.8 to 6 mm, with holes, straps and an edge as drawn.
    public Mesh shell(Dice dice) {
        FaceSheet sheet = holes(rim(dice), dice);
        double wall = wall(dice);
        Mesh mask = Sheet.thickened(sheet.open(), wall, dice.from(2, 6));
        if (dice.chance(0.3)) {
            mask = pressedFlat(mask, dice.between(1, 4));
        }
        return dice.chance(0.3) ? strapped(mask, dice) : mask;
    }

    /// A shell with a thin plate over a part of its back, as people leave it for stiffness.
    public Mesh backed(Dice dice) {
        Mesh mask = Sheet.thickened(holes(rim(dice), dice).open(), wall(dice), 4);
        double[] box = Meshes.box(mask);
        double width = 0.9 * (box[3] - box[0]);
        double height = 0.25 * (box[4] - box[1]);
        Mesh bar = Meshes.moved(
                Outline.roundBox(width, height, 8).extruded(0, dice.between(1, 2.4)),
                0,
                (box[1] + box[4]) / 2 + dice.between(-30, 30),
                box[2] + 1);
        return Meshes.joined(mask, bar);
    }

    /// The open surface without thickness.
    public Mesh surface(Dice dice) {
        return holes(rim(dice), dice).open();
    }

    /// A shell whose back follows the front coarsely, as hollowed-out heads have it: front and back are two
    /// surfaces.
    public Mesh hollowed(Dice dice) {
        FaceSheet sheet = holes(rim(dice), dice);
        return Sheet.thickened(sheet.open(), dice.between(3, 6), dice.from(8, 14));
    }

    /// A block with the face in it as a hollow at least 25 mm deep: a mask can be cast in it.
    public Mesh mould(Dice dice) {
        FrontHeights heights = new FrontHeights(net);
        double rim = net.landmark("pronasale")[2] - dice.between(58, 70);
        double floor = dice.between(4, 10);
        double deepest = net.landmark("pronasale")[2] - rim;
        double chin = net.landmark("menton")[1];
        double middle = (chin + net.landmark("glabella")[1] + 40) / 2;
        double margin = dice.between(8, 20);
        double width = 2 * net.landmark("zygion")[0] + 2 * margin;
        double height = net.landmark("glabella")[1] + 45 - chin + 2 * margin;
        return Forms.landscape(width, height, (int) (width / 1.4), (int) (height / 1.4), (x, y) -> {
            double inX = Math.clamp((width / 2 - margin / 2 - Math.abs(x)) / 4, 0, 1);
            double inY = Math.clamp((height / 2 - margin / 2 - Math.abs(y)) / 4, 0, 1);
            double deep = Math.max(0, heights.at(-x, y + middle, rim) - rim) * Math.min(inX, inY);
            return floor + deepest - deep;
        });
    }

    /// The upper half of a mask: forehead, eyes and nose, without a mouth.
    public Mesh upperHalf(Dice dice) {
        double cut = net.landmark("subnasale")[1] + dice.between(-2, 3);
        FaceSheet sheet = rim(dice).cut((p, a, e) -> p[1] - cut - 0.006 * p[0] * p[0]);
        return Sheet.thickened(eyes(sheet, Eyes.CUT, 1).open(), wall(dice), 4);
    }

    /// The lower half: nose, mouth and chin, without eyes.
    public Mesh lowerHalf(Dice dice) {
        double cut = net.landmark("endocanthion")[1] - dice.between(5, 10);
        double bridge = net.landmark("sellion")[1] - dice.between(6, 12);
        FaceSheet sheet =
                rim(dice).cut((p, a, e) -> Math.max(cut - p[1], Math.min(bridge - p[1], 11 - Math.abs(p[0]))));
        return Sheet.thickened(sheet.open(), wall(dice), 4);
    }

    /// The same shell with nothing drawn but its wall: for axes that look at one thing at a time.
    public Mesh plain(double wall, Eyes eyes) {
        FaceSheet sheet = FaceSheet.of(net, 82, -55, 50, STEP).oval(78, -50, 0, 42);
        return Sheet.thickened(eyes(sheet, eyes, 1).open(), wall, 4);
    }

    private FaceSheet rim(Dice dice) {
        double half = dice.between(62, 84);
        double chin = net.direction("menton")[1];
        double low = Math.max(-55, chin - dice.between(1, 6));
        double high = dice.between(27, 50);
        FaceSheet sheet = FaceSheet.of(net, Math.min(90, half + 4), low - 1, high + 2, STEP);
        return sheet.oval(half, low, dice.between(-8, 8), high);
    }

    private FaceSheet holes(FaceSheet sheet, Dice dice) {
        Eyes eyes = dice.pick(Eyes.FILLED, Eyes.CUT, Eyes.CUT, Eyes.SLITS, Eyes.PUPILS);
        FaceSheet cut = eyes(sheet, eyes, dice.between(0.8, 1.25));
        if (dice.chance(0.3)) {
            cut = mouth(cut, dice.between(0.6, 1), dice.between(1.5, 7));
        }
        if (dice.chance(0.2)) {
            double[] nose = net.landmark("subnasale");
            double aside = 0.28 * net.breadth("alare");
            cut = cut.cut((p, a, e) -> StrictMath.hypot(Math.abs(p[0]) - aside, 1.4 * (p[1] - nose[1] - 3)) - 3.2);
        }
        if (dice.chance(0.35)) {
            double at = dice.between(0.8, 0.92) * Meshes.box(cut.open())[3];
            double level = net.landmark("exocanthion")[1] + dice.between(-12, 12);
            cut = cut.cut((p, a, e) -> StrictMath.hypot(Math.abs(p[0]) - at, 0.5 * (p[1] - level)) - 2.4);
        }
        return cut;
    }

    private FaceSheet eyes(FaceSheet sheet, Eyes eyes, double size) {
        double[] inner = net.landmark("endocanthion");
        double[] outer = net.landmark("exocanthion");
        double x = (inner[0] + outer[0]) / 2;
        double y = (inner[1] + outer[1]) / 2;
        double half = size * (outer[0] - inner[0]) / 2;
        return switch (eyes) {
            case FILLED -> sheet;
            case CUT -> sheet.cut((p, a, e) -> oval(p, x, y, half, 0.48 * half));
            case SLITS -> sheet.cut((p, a, e) -> oval(p, x, y, half, 2.2));
            case PUPILS -> sheet.cut((p, a, e) -> oval(p, x, y, 3.5 * size, 3.5 * size));
        };
    }

    private FaceSheet mouth(FaceSheet sheet, double share, double half) {
        double[] stomion = net.landmark("stomion");
        double width = share * net.breadth("cheilion") / 2;
        return sheet.cut((p, a, e) -> oval(p, 0, stomion[1], width, half));
    }

    private static double oval(double[] p, double x, double y, double halfWidth, double halfHeight) {
        double across = (Math.abs(p[0]) - x) / halfWidth;
        double up = (p[1] - y) / halfHeight;
        return halfHeight * (Math.sqrt(across * across + up * up) - 1);
    }

    /// 0.8 to 6 mm, thin ones more often.
    private static double wall(Dice dice) {
        return 0.8 * StrictMath.exp(dice.unit() * StrictMath.log(6 / 0.8));
    }

    /// What lies lowest is pressed into one plane, as people do with a rim that has to stick to a bed.
    private static Mesh pressedFlat(Mesh mask, double mm) {
        double low = Meshes.box(mask)[2] + mm;
        return Meshes.mapped(mask, (p, i) -> p[2] = Math.max(p[2], low));
    }

    private static Mesh strapped(Mesh mask, Dice dice) {
        double[] box = Meshes.box(mask);
        double level = (box[1] + box[4]) / 2 + dice.between(-10, 35);
        double z = box[2] + dice.between(4, 12);
        List<Mesh> all = new ArrayList<>();
        all.add(mask);
        for (int side = -1; side <= 1; side += 2) {
            Outline lug = Outline.roundBox(22, 26, 6)
                    .without(Outline.roundBox(5, 16, 2).outer());
            Mesh tab = Meshes.turned(lug.extruded(-1.5, 1.5), 1, side * dice.between(40, 75));
            all.add(Meshes.moved(tab, side * (box[3] - 3), level, z));
        }
        return Meshes.joined(all);
    }
}
