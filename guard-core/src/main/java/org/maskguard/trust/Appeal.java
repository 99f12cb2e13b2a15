package org.maskguard.trust;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.maskguard.trust.Untrusted.Why;

/// Asks for a second look at a verdict: one file, `NAME.appeal`.
///
/// It is a zip with `appeal.json` (canonical JSON), the evidence that the guard drew (pages or pictures), and the model
/// or job itself only where the sender adds it. It is not signed: whoever decides looks for himself. Immutable.
///
/// @param job digest of the job's significant lines; empty where a model was judged, which no permit can be for
/// @param sha256 of the file that was judged
/// @param verdict as `scan --json` writes it, in canonical JSON
/// @param statement of the sender, up to [#LONGEST_STATEMENT] characters
/// @param evidence by name
/// @param file that was judged, by name, if the sender adds it
public record Appeal(
        Optional<String> job,
        String sha256,
        String verdict,
        String statement,
        Instant made,
        List<Attachment> evidence,
        Optional<Attachment> file) {

    public static final int LONGEST_STATEMENT = 20_000;

    private static final String KIND = "appeal";
    private static final String DOCUMENT = "appeal.json";
    private static final String EVIDENCE = "evidence/";
    private static final String FILE = "file/";
    private static final int LONGEST_DOCUMENT = 8 << 20;
    private static final int LARGEST = 512 << 20;
    private static final int MOST_ENTRIES = 100;
    private static final StrictJson JSON = new StrictJson(LONGEST_DOCUMENT);

    /// A file within an appeal.
    ///
    /// @param name without folders
    public record Attachment(String name, byte[] bytes) {}

    public Appeal {
        evidence = List.copyOf(evidence);
    }

    /// The verdict's own member, where it is text: `verdict`, `category`, `file`.
    public String said(String member) throws Untrusted {
        return JSON.object(verdict).get(member) instanceof String text ? text : "";
    }

    /// Writes the file.
    public void write(OutputStream out) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", KIND);
        document.put("schema", 1);
        document.put("job", job.orElse(null));
        document.put("sha256", sha256);
        try {
            document.put("verdict", JSON.object(verdict));
        } catch (Untrusted e) {
            throw new IllegalArgumentException("the verdict is no JSON", e);
        }
        document.put("statement", statement);
        document.put("made", made.truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("files", digests());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, DOCUMENT, CanonicalJson.bytes(document));
            for (Attachment each : evidence) {
                put(zip, EVIDENCE + each.name(), each.bytes());
            }
            if (file.isPresent()) {
                put(zip, FILE + file.get().name(), file.get().bytes());
            }
        }
    }

    private Map<String, Object> digests() {
        Map<String, Object> digests = new LinkedHashMap<>();
        evidence.forEach(each -> digests.put(EVIDENCE + each.name(), Sha256.hex(Sha256.of(each.bytes()))));
        file.ifPresent(each -> digests.put(FILE + each.name(), Sha256.hex(Sha256.of(each.bytes()))));
        return digests;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same appeal is the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Reads a file: at most 512 MiB unpacked, in at most 100 entries.
    ///
    /// @throws Untrusted `malformed` or `truncated`, naming the entry
    public static Appeal read(Path file) throws IOException, Untrusted {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    static Appeal read(InputStream in) throws IOException, Untrusted {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int left = LARGEST;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || entries.size() == MOST_ENTRIES) {
                    throw new Untrusted(Why.MALFORMED, "it holds more than 512 MiB, or more than 100 entries");
                }
                if (entries.put(entry.getName(), bytes) != null) {
                    throw new Untrusted(Why.MALFORMED, "it holds the entry " + entry.getName() + " twice");
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Untrusted(Why.MALFORMED, "it is a damaged zip: " + e.getMessage());
        } catch (EOFException e) {
            throw new Untrusted(Why.TRUNCATED, "it ends within an entry");
        }
        byte[] document = entries.remove(DOCUMENT);
        if (document == null) {
            throw new Untrusted(Why.MALFORMED, "it is no appeal: " + DOCUMENT + " is missing");
        }
        return of(new String(document, StandardCharsets.UTF_8), entries);
    }

    private static Appeal of(String document, Map<String, byte[]> entries) throws Untrusted {
        Fields fields = new Fields(JSON.object(document));
        fields.word("kind", KIND);
        fields.whole("schema", 1, 1);
        Optional<String> job = fields.any("job") == null ? Optional.empty() : Optional.of(fields.sha256("job"));
        String sha256 = fields.sha256("sha256");
        if (!(fields.any("verdict") instanceof Map<?, ?> verdict)) {
            throw new Untrusted(Why.MALFORMED, "its 'verdict' is no object");
        }
        String statement = fields.text("statement", LONGEST_STATEMENT);
        Instant made = fields.instant("made");
        if (!(fields.any("files") instanceof Map<?, ?> digests)) {
            throw new Untrusted(Why.MALFORMED, "its 'files' is no object");
        }
        fields.end();
        return new Appeal(
                job,
                sha256,
                CanonicalJson.text(verdict),
                statement,
                made,
                attachments(EVIDENCE, digests, entries),
                attachments(FILE, digests, entries).stream().findFirst());
    }

    /// The entries of a folder. All that are listed must be there, with their digest, and no other.
    private static List<Attachment> attachments(String folder, Map<?, ?> digests, Map<String, byte[]> entries)
            throws Untrusted {
        Map<String, byte[]> left = new HashMap<>(entries);
        List<Attachment> found = new ArrayList<>();
        for (Map.Entry<?, ?> listed : digests.entrySet()) {
            String name = (String) listed.getKey();
            byte[] bytes = left.remove(name);
            if (bytes == null || !Sha256.hex(Sha256.of(bytes)).equals(listed.getValue())) {
                throw new Untrusted(Why.TRUNCATED, "its entry " + name + " is missing or was changed");
            }
            String base = name.substring(name.indexOf('/') + 1);
            if (!name.startsWith(EVIDENCE) && !name.startsWith(FILE) || !isPlain(base)) {
                throw new Untrusted(Why.MALFORMED, "its entry " + name + " has a name that cannot be");
            }
            if (name.startsWith(folder)) {
                found.add(new Attachment(base, bytes));
            }
        }
        if (!left.isEmpty()) {
            throw new Untrusted(
                    Why.MALFORMED,
                    "it holds the entry " + left.keySet().iterator().next() + ", which it does not list");
        }
        return found;
    }

    /// Whether a name stays in its folder.
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < 0x20 || c == 0x7f);
    }
}
