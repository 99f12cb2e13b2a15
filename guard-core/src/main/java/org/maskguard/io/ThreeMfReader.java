package org.maskguard.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;

/// 3MF: everything that any build of the package places, whatever the objects' types, in mm.
///
/// The root model is the one that the package's relationships name. Builds of further model parts in the folder `3D`
/// count too: some slicers print them. Objects that no build places are not printed, and not read into the mesh.
final class ThreeMfReader {

    private static final String MODEL = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel";
    private static final String RELATIONSHIPS = "_rels/.rels";
    private static final int MOST_RELATIONSHIPS = 10_000;

    private final Source source;
    private final Limits limits;
    private final Map<String, ThreeMfPart> parts = new LinkedHashMap<>();
    private final ThreeMfBudget budget;
    private Archive archive;

    ThreeMfReader(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.budget = new ThreeMfBudget(limits);
    }

    Model read() throws Unreadable {
        try (Stored stored = source.store(limits)) {
            archive = new Archive(stored, limits);
            refusePrintJob();
            return model();
        }
    }

    /// Reads the models of an archive that is open, whatever lies beside them.
    Model read(Archive whole) throws Unreadable {
        archive = whole;
        return model();
    }

    private Model model() throws Unreadable {
        Set<String> roots = roots();
        ThreeMfScene scene = new ThreeMfScene(this, limits, budget.memory());
        String unit = null;
        for (String root : roots) {
            ThreeMfPart part = part(root);
            unit = unit == null ? part.unit() : unit;
            scene.add(part);
        }
        Mesh mesh = scene.mesh();
        return new Model("3mf", unit, false, mesh, source.finish(), notes());
    }

    /// The model part of that name, read once.
    ///
    /// @param name within the package, with or without a `/` before it
    ThreeMfPart part(String name) throws Unreadable {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        String key = plain.toLowerCase(Locale.ROOT);
        ThreeMfPart known = parts.get(key);
        if (known != null) {
            return known;
        }
        Archive.Entry entry = archive.find(plain);
        if (entry == null) {
            throw missing(plain);
        }
        try (XmlPart xml = new XmlPart(archive.open(entry), entry.where(), limits)) {
            ThreeMfPart part = new ThreeMfParser(xml, budget).parse();
            parts.put(key, part);
            return part;
        }
    }

    /// A sliced plate carries its G-code inside, and what is printed is that.
    private void refusePrintJob() throws Unreadable {
        for (Archive.Entry entry : archive.entries()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (name.endsWith(".gcode") || name.endsWith(".bgcode")) {
                throw new Unreadable(
                        "unsupported",
                        entry.where(),
                        "The archive holds instructions for a printer (G-code) in " + entry.where() + ".");
            }
        }
    }

    private Set<String> roots() throws Unreadable {
        Set<String> roots = new LinkedHashSet<>(related());
        Set<String> known = new TreeSet<>();
        roots.forEach(root -> known.add(root.toLowerCase(Locale.ROOT)));
        for (Archive.Entry entry : archive.entries()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (name.startsWith("3d/") && name.endsWith(".model") && known.add(name)) {
                roots.add(entry.name());
            }
        }
        if (roots.isEmpty()) {
            throw new Unreadable("unknown-format", "", "The file is an archive without a 3MF model in it.");
        }
        return roots;
    }

    /// The parts that the package's relationships name as its model.
    private List<String> related() throws Unreadable {
        Archive.Entry entry = archive.find(RELATIONSHIPS);
        List<String> targets = new ArrayList<>();
        if (entry == null) {
            return targets;
        }
        try (XmlPart xml = new XmlPart(archive.open(entry), entry.where(), limits)) {
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT && MODEL.equals(xml.attribute("Type"))) {
                    targets.add(target(xml));
                }
                if (targets.size() > MOST_RELATIONSHIPS) {
                    throw new Unreadable("too-large", entry.where(), "The archive names too many models.");
                }
                event = xml.next();
            }
        }
        return targets;
    }

    private static String target(XmlPart xml) throws Unreadable {
        String target = xml.attribute("Target");
        if (target == null || "External".equalsIgnoreCase(xml.attribute("TargetMode"))) {
            throw Archive.bad(xml.where(), "names a model outside of the archive");
        }
        String plain = target.startsWith("/") ? target.substring(1) : target;
        for (String step : plain.replace('\\', '/').split("/")) {
            if (step.equals("..") || step.contains(":")) {
                throw Archive.bad(xml.where(), "names a model outside of the archive");
            }
        }
        return plain.startsWith("./") ? plain.substring(2) : plain;
    }

    private static Unreadable missing(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return new Unreadable(
                "bad-archive", "entry " + shown, "The archive has no entry " + shown + ", which its model refers to.");
    }

    private List<String> notes() {
        Set<String> foreign = new TreeSet<>();
        parts.values().forEach(part -> foreign.addAll(part.foreign()));
        List<String> notes = new ArrayList<>();
        for (String extension : foreign) {
            notes.add("The 3MF extension \"" + extension + "\" was passed over; the file does not require it.");
        }
        return notes;
    }
}
