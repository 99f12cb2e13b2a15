package org.maskguard.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import org.maskguard.io.ThreeMfPart.Placement;
import org.maskguard.io.ThreeMfPart.Shape;

/// Reads one model part (3MF Core Specification 1.3, Production Extension 1.2).
///
/// An object's type, colours, textures, names and metadata decide nothing. Alternatives of the Production Extension
/// are taken for parts of their object, since a printer may choose any of them.
final class ThreeMfParser {

    private static final String EXTENSIONS = "http://schemas.microsoft.com/3dmanufacturing/";

    /// Extensions that, where required, change nothing in the shape that we read.
    private static final Set<String> UNDERSTOOD = Set.of(
            EXTENSIONS + "core/2015/02",
            EXTENSIONS + "production/2015/06",
            EXTENSIONS + "production/alternatives/2021/04",
            EXTENSIONS + "material/2015/02",
            EXTENSIONS + "trianglesets/2021/07");

    private static final int MOST_FOREIGN = 16;

    private final XmlPart xml;
    private final ThreeMfBudget budget;
    private final Map<Integer, Shape> objects = new LinkedHashMap<>();
    private final List<Placement> items = new ArrayList<>();
    private final Set<String> foreign = new TreeSet<>();
    private String unit = "mm";
    private double scale = 1;
    private int id = -1;
    private boolean meshed;
    private Floats xyz;
    private Corners corners;
    private List<Placement> components;

    ThreeMfParser(XmlPart xml, ThreeMfBudget budget) {
        this.xml = xml;
        this.budget = budget;
    }

    ThreeMfPart parse() throws Unreadable {
        int event = xml.next();
        if (event != XMLStreamConstants.START_ELEMENT || !xml.name().equals("model")) {
            throw xml.bad("is no 3MF model");
        }
        model();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.isCore()
                    && xml.name().equals("object")) {
                endObject();
            }
        }
        return new ThreeMfPart(xml.where(), unit, scale, objects, items, foreign);
    }

    private void model() throws Unreadable {
        String stated = xml.attribute("unit");
        unit = switch (stated == null ? "millimeter" : stated.strip()) {
            case "micron" -> "micron";
            case "millimeter" -> "mm";
            case "centimeter" -> "cm";
            case "inch" -> "in";
            case "foot" -> "ft";
            case "meter" -> "m";
            default -> throw xml.bad("states a unit that 3MF has not");
        };
        scale = switch (unit) {
            case "micron" -> 0.001;
            case "cm" -> 10;
            case "in" -> 25.4;
            case "ft" -> 304.8;
            case "m" -> 1000;
            default -> 1;
        };
        String required = xml.attribute("requiredextensions");
        for (String prefix : required == null ? new String[0] : required.strip().split("\\s+")) {
            require(prefix);
        }
    }

    private void require(String prefix) throws Unreadable {
        String namespace = prefix.isEmpty() ? EXTENSIONS + "core/2015/02" : xml.namespaceOf(prefix);
        if (namespace == null || !UNDERSTOOD.contains(namespace)) {
            throw new Unreadable(
                    "unsupported",
                    xml.where(),
                    "The model requires the 3MF extension \"" + extension(namespace == null ? prefix : namespace)
                            + "\", which is not evaluated.");
        }
    }

    private void start() throws Unreadable {
        String name = xml.name();
        if (name.equals("alternative")) {
            place(components);
            return;
        }
        if (!xml.isCore()) {
            if (foreign.size() < MOST_FOREIGN && !UNDERSTOOD.contains(xml.namespace())) {
                foreign.add(extension(xml.namespace()));
            }
            return;
        }
        switch (name) {
            case "vertex" -> vertex();
            case "triangle" -> triangle();
            case "object" -> startObject();
            case "mesh" -> startMesh();
            case "component" -> place(components);
            case "item" -> place(items);
            default -> {
                // Materials, metadata, groups: they decide nothing.
            }
        }
    }

    private void startObject() throws Unreadable {
        if (components != null) {
            throw xml.bad("has an object within an object");
        }
        id = id("id");
        if (objects.containsKey(id)) {
            throw new Unreadable(
                    "bad-index", xml.where(), "The archive's " + xml.where() + " has object " + id + " twice.");
        }
        budget.place(xml.where());
        meshed = false;
        components = new ArrayList<>(1);
        xyz = new Floats(budget.memory(), budget.vertices() * 3);
        corners = new Corners(budget.memory(), budget.triangles());
    }

    private void startMesh() throws Unreadable {
        if (meshed) {
            throw xml.bad("has an object with two meshes");
        }
        meshed = true;
    }

    private void endObject() throws Unreadable {
        if (components == null) {
            return;
        }
        float[] points = xyz.toArray();
        int[] triangles = corners.toArray();
        checkCorners(triangles, points.length / 3);
        budget.take(points.length / 3, triangles.length / 3);
        objects.put(id, new Shape(id, points, triangles, List.copyOf(components)));
        components = null;
    }

    private void checkCorners(int[] triangles, int vertices) throws Unreadable {
        for (int i = 0; i < triangles.length; i++) {
            if (triangles[i] >= vertices) {
                throw new Unreadable(
                        "bad-index",
                        xml.where(),
                        "In " + xml.where() + ", triangle " + (i / 3 + 1) + " of object " + id + " names vertex "
                                + triangles[i] + ", and the object has " + vertices + ".");
            }
        }
    }

    private void vertex() throws Unreadable {
        float x = Float.NaN;
        float y = Float.NaN;
        float z = Float.NaN;
        for (int i = 0; i < xml.attributes(); i++) {
            String name = xml.attributeName(i);
            if (name.length() == 1) {
                switch (name.charAt(0)) {
                    case 'x' -> x = xml.floating(i);
                    case 'y' -> y = xml.floating(i);
                    case 'z' -> z = xml.floating(i);
                    default -> {
                        // No coordinate.
                    }
                }
            }
        }
        if (!Float.isFinite(x) || !Float.isFinite(y) || !Float.isFinite(z)) {
            throw badNumber("has a vertex whose x, y and z are not three finite decimals");
        }
        if (components == null) {
            throw xml.bad("has a vertex outside of an object");
        }
        xyz.add(x, y, z);
    }

    private void triangle() throws Unreadable {
        long a = -1;
        long b = -1;
        long c = -1;
        for (int i = 0; i < xml.attributes(); i++) {
            String name = xml.attributeName(i);
            if (name.length() == 2 && name.charAt(0) == 'v') {
                switch (name.charAt(1)) {
                    case '1' -> a = xml.whole(i);
                    case '2' -> b = xml.whole(i);
                    case '3' -> c = xml.whole(i);
                    default -> {
                        // No corner.
                    }
                }
            }
        }
        if (a < 0 || b < 0 || c < 0 || a > Integer.MAX_VALUE || b > Integer.MAX_VALUE || c > Integer.MAX_VALUE) {
            throw badIndex("has a triangle whose v1, v2 and v3 are not three vertex numbers");
        }
        if (components == null) {
            throw xml.bad("has a triangle outside of an object");
        }
        corners.add((int) a, (int) b, (int) c);
    }

    private void place(List<Placement> where) throws Unreadable {
        if (where == null) {
            throw xml.bad("has a component outside of an object");
        }
        budget.place(xml.where());
        String text = xml.attribute("transform");
        Transform transform = text == null ? Transform.IDENTITY : Transform.parse(text, scale);
        if (transform == null) {
            throw badNumber("has a transform that is not twelve finite decimals");
        }
        where.add(new Placement(xml.attribute("path"), id("objectid"), transform));
    }

    private int id(String attribute) throws Unreadable {
        String text = xml.attribute(attribute);
        String digits = text == null ? "" : text.strip();
        if (!digits.matches("\\+?\\d{1,10}") || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw badIndex("has an element without a proper " + attribute);
        }
        return Integer.parseInt(digits);
    }

    private Unreadable badNumber(String text) {
        return new Unreadable("bad-number", xml.where(), "The archive's " + xml.where() + " " + text + line());
    }

    private Unreadable badIndex(String text) {
        return new Unreadable("bad-index", xml.where(), "The archive's " + xml.where() + " " + text + line());
    }

    private String line() {
        return " (line " + xml.line() + ").";
    }

    /// The name in an extension's namespace, such as `beamlattice`.
    private static String extension(String namespace) {
        String[] steps = namespace.split("/");
        int last = steps.length - 1;
        while (last > 0 && steps[last].matches("\\d+")) {
            last--;
        }
        String word = (last < 0 ? namespace : steps[last]).replaceAll("[^\\w.-]", "?");
        return word.length() > 60 ? word.substring(0, 60) + "…" : word;
    }
}
