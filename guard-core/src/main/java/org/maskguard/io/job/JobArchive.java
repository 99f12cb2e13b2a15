package org.maskguard.io.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.maskguard.io.Archive;
import org.maskguard.io.Format;
import org.maskguard.io.Limits;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Model;
import org.maskguard.io.Source;
import org.maskguard.io.Stored;
import org.maskguard.io.Unreadable;

/// The plates of a zip archive or 3MF package, and the models beside them.
///
/// Every entry is a plate that has a print job's name or a print job's content: a printer goes by the one, a person
/// by the other. Bambu Studio and OrcaSlicer write `Metadata/plate_1.gcode` and so on, and the digest of each in an
/// entry beside it; where that does not fit it is noted, since it decides what a printer takes and not what it would
/// print. What the builds of a package place is given out too. Attachments of a package are not printed and not
/// looked at.
final class JobArchive {

    private static final Pattern JOB_NAME =
            Pattern.compile(".*\\.(gcode|gco|gc|g|gcd|nc|ngc|bgcode|bgc)(\\.gz)?", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int DIGEST_BYTES = 1024;

    private final Source source;
    private final Limits limits;
    private final PlateSink plates;
    private final List<Job.Plate> done = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long left;
    private long bareMoves;

    JobArchive(Source source, Limits limits, PlateSink plates) {
        this.source = source;
        this.limits = limits;
        this.plates = plates;
        this.left = limits.partBytes();
    }

    Input read() throws Unreadable {
        try (Stored stored = source.store(limits)) {
            Archive archive = new Archive(stored, limits);
            boolean isPackage = isPackage(archive);
            List<Archive.Entry> jobs = jobs(archive, isPackage);
            if (jobs.isEmpty()) {
                Model model = MeshReader.read(archive, source, limits);
                MeshReader.refuseOtherReading(source, 0);
                return new Input(model, null);
            }
            for (Archive.Entry entry : jobs) {
                plate(archive, entry);
            }
            Model model = isPackage ? model(archive) : null;
            MeshReader.refuseOtherReading(source, bareMoves);
            String sha256 = model == null ? source.finish() : model.sha256();
            return new Input(model, new Job(isPackage ? "gcode-3mf" : "gcode-zip", done, sha256, notes));
        }
    }

    private static boolean isPackage(Archive archive) {
        return archive.find("[Content_Types].xml") != null
                || archive.entries().stream().anyMatch(entry -> {
                    String name = entry.name().toLowerCase(Locale.ROOT);
                    return name.startsWith("3d/") && name.endsWith(".model");
                });
    }

    private List<Archive.Entry> jobs(Archive archive, boolean isPackage) throws Unreadable {
        List<Archive.Entry> jobs = new ArrayList<>();
        Archive.Entry stranger = null;
        for (Archive.Entry entry : archive.entries()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (name.endsWith("/")) {
                continue;
            }
            if (JOB_NAME.matcher(name).matches()) {
                jobs.add(entry);
                continue;
            }
            byte[] start = archive.start(entry, Format.LOOK);
            Format format = Format.of(start, entry.unpacked());
            if (format == Format.PRINT_JOB) {
                if (holdsJob(start)) {
                    jobs.add(entry);
                }
            } else if (isModel(format, name)) {
                stranger = entry;
            }
        }
        if (!jobs.isEmpty() && !isPackage && stranger != null) {
            throw new Unreadable(
                    "unsupported",
                    stranger.where(),
                    "The archive holds print jobs and, in " + stranger.where()
                            + ", something else to print, which has to be unpacked by hand.");
        }
        jobs.sort(Comparator.comparing(entry -> sortable(entry.name())));
        return jobs;
    }

    /// Whether what looks like a print job is one, behind gzip too.
    private boolean holdsJob(byte[] start) {
        ByteReader in = new ByteReader(bytesOf(start));
        try {
            if (!Gunzip.begins(in)) {
                // Settings of slicers are nothing but comments, however many.
                return Format.of(start, start.length) == Format.PRINT_JOB;
            }
            try (Gunzip gunzip = new Gunzip(in, Place.FILE, limits)) {
                byte[] inside = new byte[Format.LOOK];
                int count = Math.max(0, gunzip.read(inside, 0, inside.length));
                return Format.of(Arrays.copyOf(inside, count), Long.MAX_VALUE) == Format.PRINT_JOB;
            }
        } catch (Unreadable e) {
            // It may have been a picture or a document: no printer would print what cannot be unpacked.
            return false;
        }
    }

    private static ByteSource bytesOf(byte[] all) {
        int[] at = new int[1];
        return (into, offset, length) -> {
            int count = Math.min(length, all.length - at[0]);
            System.arraycopy(all, at[0], into, offset, count);
            at[0] += count;
            return count == 0 ? -1 : count;
        };
    }

    /// Markdown and other texts pass for OBJ, whose comments begin like their headings.
    private static boolean isModel(Format format, String name) {
        return switch (format) {
            case STL_BINARY, STL_TEXT, PLY, ARCHIVE -> true;
            case OBJ -> name.endsWith(".obj");
            case PRINT_JOB, UNKNOWN -> false;
        };
    }

    /// With numbers of equal length, so that plate 10 comes after plate 9.
    private static String sortable(String name) {
        return DIGITS.matcher(name)
                .replaceAll(digits -> "0".repeat(Math.max(0, 12 - digits.group().length())) + digits.group());
    }

    private void plate(Archive archive, Archive.Entry entry) throws Unreadable {
        ByteSink sink = plates.plate(entry.name());
        JobText text = new JobText(limits, Place.entry(entry.name()), left, entry.method() == 0, sink);
        MessageDigest md5 = md5();
        try (InputStream in = archive.open(entry)) {
            ByteSource packed = ByteSource.of(in, Place.entry(entry.name()));
            text.pump((into, offset, length) -> hashed(packed, into, offset, length, md5), true);
        } catch (IOException e) {
            throw new AssertionError("the closing of an entry closes nothing", e);
        } catch (Unreadable e) {
            throw e.where().startsWith("entry ")
                    ? e
                    : new Unreadable(
                            e.code(),
                            e.where().isEmpty() ? entry.where() : entry.where() + ", " + e.where(),
                            "In " + entry.where() + ": " + e.getMessage());
        }
        left -= text.bytes();
        bareMoves += entry.method() == 0 ? text.bareMoves() : 0;
        done.add(new Job.Plate(entry.name(), text.bytes()));
        compare(archive, entry, HexFormat.of().formatHex(md5.digest()));
    }

    private static int hashed(ByteSource source, byte[] into, int offset, int length, MessageDigest md5)
            throws Unreadable {
        int count = source.read(into, offset, length);
        if (count > 0) {
            md5.update(into, offset, count);
        }
        return count;
    }

    private void compare(Archive archive, Archive.Entry entry, String md5) {
        Archive.Entry beside = archive.find(entry.name() + ".md5");
        if (beside == null) {
            return;
        }
        String stated = new String(archive.start(beside, DIGEST_BYTES), StandardCharsets.ISO_8859_1).strip();
        if (!stated.equalsIgnoreCase(md5)) {
            notes.add("The digest in " + beside.where() + " is not that of the plate.");
        }
    }

    /// The models of the package, or null: a sliced one need not have any, nor place it.
    private Model model(Archive archive) throws Unreadable {
        try {
            return MeshReader.read(archive, source, limits);
        } catch (Unreadable e) {
            if (e.code().equals("no-surface") || e.code().equals("unknown-format")) {
                return null;
            }
            throw e;
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }
}
