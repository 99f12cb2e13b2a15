package org.maskguard.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.maskguard.trust.Untrusted.Why;

/// Lets one job through, on one printer or any, until an instant, so many times. Immutable.
///
/// @param job digest of the job's significant lines, see [JobDigest]
/// @param printer name of the printer in the gateway's configuration, or `*` for all of one gateway
/// @param until from when on it does not hold any more, in whole seconds
/// @param uses how many times the job may be printed, 1 to [#MOST_USES]; who counts them is the gateway
/// @param note for people, up to 1000 characters
/// @param document as it was signed
public record Permit(String job, String printer, Instant until, int uses, String note, SignedDocument document) {

    public static final int MOST_USES = 10_000;

    private static final String KIND = "permit";
    private static final Pattern PRINTER = Pattern.compile("\\*|[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_NOTE = 1000;

    /// Signs a new permit. The same words and the same key make the same permit: to allow more, more uses or
    /// another
    /// instant must be named.
    ///
    /// @throws Untrusted `malformed` where a value cannot be
    public static Permit issue(String job, String printer, Instant until, int uses, String note, SigningKey key)
            throws Untrusted {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", KIND);
        content.put("job", job);
        content.put("printer", printer);
        content.put("until", until.truncatedTo(ChronoUnit.SECONDS).toString());
        content.put("note", note);
        if (uses != 1) {
            content.put("uses", uses);
        }
        // Read back, so that none is issued that would not be read.
        return parse(SignedDocument.sign(content, key).line());
    }

    /// Reads a permit; whether it is to be believed, [#verify] and [#check] say.
    ///
    /// @throws Untrusted `malformed`
    public static Permit parse(String text) throws Untrusted {
        SignedDocument document = SignedDocument.parse(text);
        Fields fields = document.fields();
        fields.word("kind", KIND);
        String job = fields.sha256("job");
        String printer = fields.text("printer", 64);
        if (!PRINTER.matcher(printer).matches()) {
            throw new Untrusted(Why.MALFORMED, "its 'printer' is neither '*' nor the name of a printer");
        }
        Instant until = fields.instant("until");
        int uses = fields.has("uses") ? (int) fields.whole("uses", 1, MOST_USES) : 1;
        String note = fields.text("note", LONGEST_NOTE);
        fields.text("by", 32);
        fields.end();
        return new Permit(job, printer, until, uses, note, document);
    }

    /// Identifier of the key that signed it.
    public String by() {
        try {
            return document.fields().text("by", 32);
        } catch (Untrusted e) {
            throw new AssertionError("it was read before", e);
        }
    }

    /// Lets it by where an enrolled key that may permit signed it.
    ///
    /// @throws Untrusted `unknown-key`, `not-allowed`, `forged`
    public EnrolledKey verify(KeyRing ring) throws Untrusted {
        EnrolledKey key = ring.allowed(by(), Right.PERMIT);
        document.verify(key.key());
        return key;
    }

    /// Lets it by where it is for this job, this printer and this instant.
    ///
    /// @throws Untrusted `other-job`, `other-printer`, `expired`
    public void check(String wantedJob, String wantedPrinter, Instant now) throws Untrusted {
        if (!job.equals(wantedJob)) {
            throw new Untrusted(Why.OTHER_JOB, "it is for the job " + job + ", not for " + wantedJob);
        }
        if (!printer.equals("*") && !printer.equals(wantedPrinter)) {
            throw new Untrusted(
                    Why.OTHER_PRINTER, "it is for the printer '" + printer + "', not for '" + wantedPrinter + "'");
        }
        checkTime(now);
    }

    /// Lets it by where its time is not over.
    ///
    /// @throws Untrusted `expired`
    public void checkTime(Instant now) throws Untrusted {
        if (!now.isBefore(until)) {
            throw new Untrusted(Why.EXPIRED, "it held until " + until);
        }
    }
}
