package org.maskguard.io;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.PlyHeader.Element;
import org.maskguard.io.PlyHeader.Property;

/// PLY in its three codings: any order and type of properties, lists of any length, elements of any name.
///
/// Taken from it are `x`, `y` and `z` of `vertex`, the list `vertex_indices` or `vertex_index` of `face`, split into a
/// fan of triangles, and the strips of `tristrips`. The rest is passed over.
final class PlyReader {

    private final Source source;
    private final Limits limits;
    private final Memory memory = new Memory();
    private final Corners corners;
    private final List<String> notes = new ArrayList<>();
    private Floats xyz;
    private long vertices;

    PlyReader(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.corners = new Corners(memory, limits.triangles());
    }

    Model read() throws Unreadable {
        PlyHeader header = PlyHeader.read(source, limits);
        vertices = vertexCount(header);
        xyz = new Floats(memory, limits.triangles() * 9L);
        PlyBody body = header.order() == null
                ? new PlyTextBody(source, limits, header.line())
                : new PlyBinaryBody(source, header.order());
        for (Element element : header.elements()) {
            read(element, body);
        }
        if (corners.size() == 0) {
            throw new Unreadable("no-surface", "", "The PLY file has " + vertices + " vertices and no faces.");
        }
        long spare = body.spare();
        if (spare > 0) {
            notes.add(spare + " bytes after the last element were passed over.");
        }
        Mesh mesh = new Mesh(xyz.toArray(), corners.toArray());
        return new Model(body.format(), "mm", true, mesh, source.finish(), notes);
    }

    private static long vertexCount(PlyHeader header) throws Unreadable {
        for (Element element : header.elements()) {
            if (element.name().equals("vertex")) {
                return element.count();
            }
        }
        throw new Unreadable("no-surface", "line " + header.line(), "The PLY file has no vertices.");
    }

    private void read(Element element, PlyBody body) throws Unreadable {
        if (element.name().equals("vertex")) {
            int[] axes = axes(element);
            body.expect(element);
            body.vertices(element, axes, xyz);
            return;
        }
        if (element.properties().isEmpty()) {
            return;
        }
        body.expect(element);
        int list = element.indexOf("vertex_indices", "vertex_index");
        boolean listed = list >= 0 && element.properties().get(list).list() != null;
        switch (element.name()) {
            case "face" -> readLists(element, body, listed ? list : -1, new Fan(element.name()));
            case "tristrips" -> readLists(element, body, listed ? list : -1, new Strip(element.name()));
            default -> {
                notes.add("The PLY element \"" + element.name() + "\" was passed over.");
                readLists(element, body, -1, null);
            }
        }
    }

    private static int[] axes(Element element) throws Unreadable {
        int[] axes = {element.indexOf("x"), element.indexOf("y"), element.indexOf("z")};
        for (int axis : axes) {
            if (axis < 0 || element.properties().get(axis).list() != null) {
                throw new Unreadable("no-surface", "", "The PLY vertices lack one of the numbers x, y and z.");
            }
        }
        return axes;
    }

    private void readLists(Element element, PlyBody body, int wanted, Polygon polygon) throws Unreadable {
        int fixed = element.fixedSize();
        if (fixed >= 0 && body.passOver(element.count(), fixed)) {
            return;
        }
        for (long record = 0; record < element.count(); record++) {
            body.at(element, record);
            for (int i = 0; i < element.properties().size(); i++) {
                readProperty(element.properties().get(i), body, i == wanted ? polygon : null, record);
            }
        }
    }

    private void readProperty(Property property, PlyBody body, Polygon polygon, long record) throws Unreadable {
        long count = property.list() == null ? 1 : body.count(property.list());
        if (polygon == null) {
            body.skip(property.type(), count);
            return;
        }
        polygon.begin(record);
        for (long i = 0; i < count; i++) {
            polygon.corner(body.index(property.type()));
        }
    }

    /// Takes the vertex numbers of one face after another.
    private abstract class Polygon {

        private final String element;
        private long record;

        Polygon(String element) {
            this.element = element;
        }

        void begin(long record) {
            this.record = record;
        }

        abstract void corner(long vertex) throws Unreadable;

        final int checked(long vertex) throws Unreadable {
            if (vertex < 0 || vertex >= vertices) {
                String where = element + " " + (record + 1);
                throw new Unreadable(
                        "bad-index",
                        where,
                        "At " + where + " the PLY file names vertex " + vertex + ", and it has " + vertices + ".");
            }
            return (int) vertex;
        }
    }

    /// Corner 1 with each further edge: what all of the field does with polygons.
    private final class Fan extends Polygon {

        private int seen;
        private int first;
        private int last;

        Fan(String element) {
            super(element);
        }

        @Override
        void begin(long record) {
            super.begin(record);
            seen = 0;
        }

        @Override
        void corner(long vertex) throws Unreadable {
            int next = checked(vertex);
            if (seen == 0) {
                first = next;
            } else if (seen > 1) {
                corners.add(first, last, next);
            }
            last = next;
            seen = Math.min(seen + 1, 2);
        }
    }

    /// Each corner with the two before it, every second triangle turned; -1 begins anew.
    private final class Strip extends Polygon {

        private int seen;
        private int before;
        private int last;
        private boolean odd;

        Strip(String element) {
            super(element);
        }

        @Override
        void begin(long record) {
            super.begin(record);
            restart();
        }

        @Override
        void corner(long vertex) throws Unreadable {
            if (vertex == -1) {
                restart();
                return;
            }
            int next = checked(vertex);
            if (seen == 2) {
                corners.add(odd ? last : before, odd ? before : last, next);
                odd = !odd;
            }
            before = last;
            last = next;
            seen = Math.min(seen + 1, 2);
        }

        private void restart() {
            seen = 0;
            odd = false;
        }
    }
}
