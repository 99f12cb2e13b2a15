package org.maskguard.trust;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.maskguard.trust.Untrusted.Why;

/// Says that a job was judged where it was sliced, and lets a gateway know each of its lines: `NAME.clearance`.
///
/// One line of signed canonical JSON, then the chain, [Chain#KEPT] bytes a line of the job. Held in memory whole, since
/// what was verified must be what is checked against: 8 MB for a million lines. Immutable.
public final class Clearance {

    static final String KIND = "clearance";
    static final int SCHEMA = 1;

    /// Lines of the design's largest job.
    public static final long MOST_LINES = 20_000_000;

    private static final int LONGEST_HEADER = 64 << 10;

    /// What the header says.
    ///
    /// @param job digest of the significant lines, see [JobDigest]
    /// @param lines how many there are
    /// @param guard version that judged
    /// @param model digest of its model
    /// @param until from when on it does not hold any more
    /// @param by identifier of the key that signed it
    public record Header(
            String job, long lines, String guard, String model, Instant issued, Instant until, String by) {}

    private final Header header;
    private final String verdict;
    private final byte[] salt;
    private final SignedDocument document;
    private final byte[] chain;

    private Clearance(Header header, String verdict, byte[] salt, SignedDocument document, byte[] chain) {
        this.header = header;
        this.verdict = verdict;
        this.salt = salt;
        this.document = document;
        this.chain = chain;
    }

    /// Reads a file.
    ///
    /// @param mostLines that a job may have; at most [#MOST_LINES]
    public static Clearance read(Path file, long mostLines) throws IOException, Untrusted {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, mostLines);
        }
    }

    /// Reads a clearance up to the end of a stream, which is not closed. Whether it is to be believed, [#verify]
    /// says.
    ///
    /// @throws Untrusted `malformed`, or `truncated` where the chain does not have the length that the header says
    public static Clearance read(InputStream in, long mostLines) throws IOException, Untrusted {
        SignedDocument document = SignedDocument.parse(header(in));
        Fields fields = document.fields();
        fields.word("kind", KIND);
        fields.whole("schema", SCHEMA, SCHEMA);
        String job = fields.sha256("job");
        long lines = fields.whole("lines", 0, Math.min(mostLines, MOST_LINES));
        String chainDigest = fields.sha256("chain");
        String verdict = fields.text("verdict", 20);
        byte[] salt = fields.base64("salt", Chain.LINK);
        Header header = new Header(
                job,
                lines,
                fields.text("guard", 100),
                fields.text("model", 100),
                fields.instant("issued"),
                fields.instant("until"),
                fields.text("by", 32));
        fields.end();
        return new Clearance(header, verdict, salt, document, chain(in, lines, chainDigest));
    }

    private static String header(InputStream in) throws IOException, Untrusted {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new Untrusted(Why.TRUNCATED, "it ends within its first line");
            }
            if (line.size() == LONGEST_HEADER) {
                throw new Untrusted(Why.MALFORMED, "its first line is longer than 64 KiB");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static byte[] chain(InputStream in, long lines, String digest) throws IOException, Untrusted {
        int wanted = Math.toIntExact(lines * Chain.KEPT);
        byte[] chain = in.readNBytes(wanted);
        if (chain.length < wanted) {
            throw new Untrusted(
                    Why.TRUNCATED,
                    "its chain has " + chain.length / Chain.KEPT + " lines, and its first line says " + lines);
        }
        if (in.read() >= 0) {
            throw new Untrusted(Why.TRUNCATED, "more stands behind its chain of " + lines + " lines");
        }
        if (!HexFormat.of().formatHex(Sha256.of(chain)).equals(digest)) {
            throw new Untrusted(Why.FORGED, "its chain is not the one that its first line was signed with");
        }
        return chain;
    }

    /// What the header says. To be believed after [#verify] only.
    public Header header() {
        return header;
    }

    /// Lets it by where an enrolled key that may clear signed it, its time is now, and the verdict was `pass`.
    ///
    /// @throws Untrusted `unknown-key`, `not-allowed`, `forged`, `not-yet`, `expired`, `not-passed`
    public EnrolledKey verify(KeyRing ring, Instant now) throws Untrusted {
        EnrolledKey key = ring.allowed(header.by(), Right.CLEAR);
        document.verify(key.key());
        if (now.isBefore(header.issued())) {
            throw new Untrusted(Why.NOT_YET, "it holds from " + header.issued() + "; is the clock right?");
        }
        if (!now.isBefore(header.until())) {
            throw new Untrusted(Why.EXPIRED, "it held until " + header.until());
        }
        if (!verdict.equals("pass")) {
            throw new Untrusted(Why.NOT_PASSED, "it says '" + verdict + "', and only 'pass' clears a job");
        }
        return key;
    }

    /// A checker that stands before the first line.
    public ChainChecker checker() {
        return new ChainChecker(salt, chain);
    }
}
