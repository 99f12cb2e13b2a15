package org.maskguard.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;

/// Reports for people: one HTML page a file, and an index where there are several.
///
/// A page stands alone: style and pictures are inside, it asks nothing of the network and runs no script. Whatever
/// came with the file, its name above all, is escaped. Holds no path but the one that the user typed. Safe to share
/// between threads.
public final class HtmlReport {

    private static final int LONGEST_STEM = 48;

    /// Faces that are told of in full; a plate of masks would make a page that no browser opens.
    private static final int FULL_FACES = 3;

    private final String style = style();

    /// Writes the page of one verdict, in place of one of the same name. Takes about a second, for the pictures.
    ///
    /// @param dir is made where it is missing
    /// @param mesh that was judged, or null for a page without pictures
    /// @return the page, a file in `dir` whose name comes from the judged file's name and digest
    /// @throws IOException when it cannot be written
    public Path write(Path dir, Verdict verdict, Mesh mesh) throws IOException {
        return put(dir, pageName(verdict.subject()), page(verdict, mesh));
    }

    /// Writes `index.html`, which leads to the pages of these verdicts, worst first.
    ///
    /// @param dir that the pages were written to
    /// @throws IOException when it cannot be written
    public Path writeIndex(Path dir, List<Verdict> verdicts) throws IOException {
        Html html = new Html();
        head(html, "Maskguard: " + verdicts.size() + " files");
        IndexBody.write(html, verdicts, HtmlReport::pageName);
        html.markup("</body></html>\n");
        return put(dir, "index.html", html.toString());
    }

    /// The name of a file's page: letters and digits of its own name, and the digest of what it holds.
    static String pageName(Verdict.Subject subject) {
        String name = subject.file() == null ? "" : subject.file();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String stem =
                last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (stem.length() > LONGEST_STEM) {
            stem = stem.substring(0, LONGEST_STEM);
        }
        return (stem.isEmpty() ? "file" : stem) + "-" + mark(subject, name) + ".html";
    }

    /// Twelve digits that differ where the files do: of the digest, or of the name where nothing could be read.
    private static String mark(Verdict.Subject subject, String name) {
        String digest = subject.sha256();
        if (digest != null && digest.matches("[0-9a-f]{64}")) {
            return digest.substring(0, 12);
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return "%016x".formatted(hash).substring(4);
    }

    private String page(Verdict verdict, Mesh mesh) {
        Html html = new Html();
        head(html, Words.of(verdict.ruling()) + ": " + verdict.subject().file());
        VerdictBody body = new VerdictBody(html, verdict);
        body.opening();
        if (mesh != null && mesh.triangles() > 0) {
            html.markup("<section>").element("h2", "The whole file");
            html.figure(
                    Overview.svg(mesh, verdict.faces()),
                    caption(verdict.subject().format()));
            html.markup("</section>\n");
        }
        int full = Math.min(FULL_FACES, verdict.faces().size());
        for (int i = 0; i < full; i++) {
            String title = verdict.faces().size() == 1 ? "The face" : "Face " + (i + 1);
            new FaceSection(html, verdict.faces().get(i)).write(mesh, title);
        }
        body.closing(verdict.faces().size() - full);
        return html.markup("</body></html>\n").toString();
    }

    private static String caption(String format) {
        return format.contains("gcode")
                ? "As the job would be built: put together from what its lines deposit, with whatever is enclosed filled."
                : "As it lies in the file.";
    }

    private void head(Html html, String title) {
        html.markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .markup("<meta http-equiv=\"Content-Security-Policy\" ")
                .markup("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element("title", title)
                .markup("\n<style>\n")
                .markup(style)
                .markup("</style></head>\n<body>\n");
    }

    /// A page appears whole or not at all.
    private static Path put(Path dir, String name, String text) throws IOException {
        Files.createDirectories(dir);
        Path page = dir.resolve(name);
        Path unfinished = Files.createTempFile(dir, ".page", ".part");
        try {
            Files.writeString(unfinished, text);
            move(unfinished, page);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return page;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
