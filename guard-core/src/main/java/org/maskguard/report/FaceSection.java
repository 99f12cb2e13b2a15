package org.maskguard.report;

import java.util.Map;
import org.maskguard.classify.Face;
import org.maskguard.classify.Face.Measured;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.wear.Wear;

/// The part of a page that tells of one face: pictures, measurements beside their norms, what is behind it.
final class FaceSection {

    private final Html html;
    private final Face face;

    FaceSection(Html html, Face face) {
        this.html = html;
        this.face = face;
    }

    /// @param mesh what the face was found in, or null for a page without pictures
    /// @param title of the section
    void write(Mesh mesh, String title) {
        html.markup("<section>").element("h2", title);
        String sure = "Taken for " + Words.of(face.category()) + ", score " + Words.number(face.score(), 3)
                + ": of all things with this score, about that share are what the category says.";
        html.element("p", sure);
        if (face.concave()) {
            html.element("p", "The face is hollow: it is seen from the side on which a cast would lie in it.");
        }
        if (mesh != null) {
            pictures(new FacePicture(mesh, face));
        }
        measurements();
        wear(mesh);
        html.markup("</section>\n");
    }

    private void pictures(FacePicture picture) {
        Map<Landmark, ?> landmarks = face.landmarks();
        if (!landmarks.isEmpty()) {
            html.wideFigure(
                    picture.landmarks(),
                    "From the front: the points of a face that were found by the shape alone."
                            + (picture.hidden() ? " What stands before the face is left out." : ""));
        }
        html.markup("<div class=\"pair\">");
        html.figure(plain(picture.threeQuarter(), "The face from its left and above"), "From its left and above.");
        html.figure(plain(picture.behind(), "What is behind the face"), "From behind.");
        html.markup("</div>\n");
        if (!face.measurements().isEmpty()) {
            html.wideFigure(picture.breadths(), "From the front, measured.");
            html.wideFigure(picture.profile(), "From its left side, measured.");
        }
        html.figure(
                picture.curvature(),
                (face.concave() ? "How the surface of a cast would bend" : "How the surface bends")
                        + ", over 7 mm around each place: eyes’ corners and the sides of the nose are "
                        + "hollows, the tip of the nose and the chin are bumps, the nose’s bridge is a ridge and its "
                        + "root a saddle. Bare clay is nearly flat.");
    }

    private static String plain(Picture picture, String title) {
        return new Svg(picture.width(), picture.height(), title)
                .picture(picture, 0, 0)
                .close();
    }

    private void measurements() {
        if (face.measurements().isEmpty()) {
            return;
        }
        html.element("h3", "Measurements beside their norms");
        html.markup("<table class=\"measurements\"><thead><tr><th scope=\"col\">Measurement</th>")
                .markup("<th scope=\"col\">Here</th><th scope=\"col\">Adults, mean ± SD</th>")
                .markup("<th scope=\"col\">Within mean ± 4 SD</th></tr></thead><tbody>\n");
        for (Measurement measurement : Measurement.values()) {
            Measured measured = face.measurements().get(measurement);
            if (measured != null) {
                row(measurement, measured);
            }
        }
        html.markup("</tbody></table>\n");
        html.markup("<p class=\"small\">All lengths in mm. Norms are those of living adults of both sexes in published "
                + "surveys; SD is their standard deviation. The thick band holds about 95 % of adults. Life size is "
                + "sellion to menton from 85 to 150 mm, from a child of six to a large man.</p>\n");
    }

    private void row(Measurement measurement, Measured measured) {
        html.markup("<tr><th scope=\"row\">").text(Words.of(measurement));
        html.markup("<span>").text(Words.plainly(measurement)).markup("</span></th><td class=\"number\">");
        html.text(Words.number(measured.mm(), 1)).markup("</td><td class=\"number\">");
        html.text(Words.number(measured.norm(), 1) + " ± " + Words.number(measured.sd(), 1));
        html.markup("</td><td>").markup(NormBar.of(measured)).markup("<span>");
        html.text(Words.deviation(measured.z())).markup("</span></td></tr>\n");
    }

    private void wear(Mesh mesh) {
        Wear wear = face.wear();
        if (wear == null && mesh == null) {
            return;
        }
        html.element("h3", "What is behind it");
        if (wear == null) {
            html.element("p", "Whether a head fits behind it was not measured.");
        } else {
            facts(wear);
        }
        if (mesh != null) {
            html.figure(
                    new FacePicture(mesh, face).section(),
                    wear == null || face.concave()
                            ? "A cut through the middle of the face."
                            : "A cut through the middle of the face, seen from its left: grey is material, blue the "
                                    + "room behind it.");
        }
    }

    private void facts(Wear wear) {
        html.markup("<dl class=\"facts\">");
        html.fact("Can be worn", wear.wearable() ? "yes: wall, room and opening let a face in" : "no");
        html.fact(
                "Wall",
                wear.sheet()
                        ? "none: the surface has no thickness"
                        : Words.number(wear.wallMm(), 1) + " mm in the middle; at most 25 mm on "
                                + percent(wear.wallShare()) + " of the outline (needed: 60 %)");
        html.fact("Room behind the nose’s root", Words.number(wear.roomMm(), 1) + " mm (needed: 15 mm)");
        html.fact(
                "Opening",
                percent(wear.openBack()) + " of the width is free to the back (needed: 60 %); a head of 100 mm × 90 mm "
                        + (wear.openBelow() ? "passes" : "does not pass") + " from below or above");
        html.markup("</dl>\n");
    }

    private static String percent(double share) {
        return Words.number(100 * share, 0) + " %";
    }
}
