package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskguard.trust.Untrusted.Why;

class PermitTest {

    private static final String JOB = "ab".repeat(32);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-02T00:00:00Z");

    private final SigningKey operator = SigningKey.create();
    private final SigningKey slicer = SigningKey.create();
    private KeyRing ring;

    @BeforeEach
    void enrol() throws Untrusted {
        ring = KeyRing.empty()
                .with(EnrolledKey.of("anna", Set.of(Right.PERMIT), operator.verifying()))
                .with(EnrolledKey.of("desk", Set.of(Right.CLEAR), slicer.verifying()));
    }

    @Test
    void letsItsJobThroughOnItsPrinterUntilItsInstant() throws Untrusted {
        Permit permit = Permit.parse(issued("p1").document().line());
        assertThat(permit.verify(ring).name()).isEqualTo("anna");
        permit.check(JOB, "p1", NOW);
        permit.check(JOB, "p1", UNTIL.minusNanos(1));
        assertThat(permit.uses()).isEqualTo(1);
        assertThat(permit.document().line())
                .startsWith("{\"by\":\"" + operator.id() + "\",\"job\":\"" + JOB
                        + "\",\"kind\":\"permit\",\"note\":\"theatre\",\"printer\":\"p1\",\"signature\":");
    }

    @Test
    void aStarIsAnyPrinter() throws Untrusted {
        issued("*").check(JOB, "p7", NOW);
    }

    @Test
    void anotherJobPrinterOrInstantIsRefused() throws Untrusted {
        Permit permit = issued("p1");
        refused(Why.OTHER_JOB, () -> permit.check("cd".repeat(32), "p1", NOW));
        refused(Why.OTHER_PRINTER, () -> permit.check(JOB, "p2", NOW));
        refused(Why.EXPIRED, () -> permit.check(JOB, "p1", UNTIL));
    }

    @Test
    void onlyAnEnrolledKeyThatMayPermitDoes() throws Untrusted {
        Permit ofSlicer = Permit.issue(JOB, "p1", UNTIL, 1, "", slicer);
        refused(Why.NOT_ALLOWED, () -> ofSlicer.verify(ring));
        Permit ofStranger = Permit.issue(JOB, "p1", UNTIL, 1, "", SigningKey.create());
        refused(Why.UNKNOWN_KEY, () -> ofStranger.verify(ring));
    }

    @Test
    void aForgedOneIsRefused() throws Untrusted {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", "permit");
        content.put("job", JOB);
        content.put("printer", "*");
        content.put("until", "2036-01-01T00:00:00Z");
        content.put("note", "");
        String line = SignedDocument.sign(content, SigningKey.create())
                .line()
                .replaceFirst("\"by\":\"[0-9a-f]+\"", "\"by\":\"" + operator.id() + "\"");
        refused(Why.FORGED, () -> Permit.parse(line).verify(ring));
    }

    @Test
    void noCharacterCanBeChangedOrCutOff() throws Untrusted {
        String line = issued("p1").document().line();
        int accepted = 0;
        for (int i = 0; i < line.length(); i++) {
            char other = line.charAt(i) == 'a' ? 'b' : 'a';
            accepted += isAccepted(line.substring(0, i) + other + line.substring(i + 1)) ? 1 : 0;
            accepted += isAccepted(line.substring(0, i)) ? 1 : 0;
        }
        assertThat(accepted).isZero();
        assertThat(isAccepted(line)).isTrue();
    }

    /// Four bits of a signature's last character mean nothing.
    @Test
    void aSignatureHasOneSpelling() throws Untrusted {
        String line = issued("p1").document().line();
        int last = line.indexOf("==\"", line.indexOf("\"signature\"")) - 1;
        int accepted = 0;
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
            accepted += isAccepted(line.substring(0, last) + c + line.substring(last + 1)) ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
    }

    /// The same words are the same permit, however they are written: sending it again gives no new uses.
    @Test
    void aRewrittenOneIsTheSame() throws Untrusted {
        Permit permit = issued("p1");
        String spaced = permit.document().line().replace(",\"", " ,\n \"");
        assertThat(spaced).isNotEqualTo(permit.document().line());
        assertThat(Permit.parse(spaced).document().digest())
                .isEqualTo(permit.document().digest());
        assertThat(issued("p1").document().digest()).isEqualTo(permit.document().digest());
    }

    @Test
    void whatCannotBeAPermitSaysWhy() {
        malformed("printer", "'printer' is neither", map -> map.put("printer", "../p1"));
        malformed("job", "'job' is no SHA-256", map -> map.put("job", "AB".repeat(32)));
        malformed("until", "'until' is no instant", map -> map.put("until", "tomorrow"));
        malformed("until", "'until' is no instant", map -> map.put("until", "2026-06-02T00:00:00+02:00"));
        malformed("uses", "'uses' is no whole number", map -> map.put("uses", 0));
        malformed("uses", "'uses' is no whole number", map -> map.put("uses", 1.5));
        malformed("note", "'note' is missing", map -> map.remove("note"));
        malformed("note", "'note' has more than", map -> map.put("note", "x".repeat(1001)));
        malformed("kind", "'kind' is not", map -> map.put("kind", "clearance"));
        malformed("more", "'more' is not known", map -> map.put("more", 1));
    }

    private interface Change {
        void to(Map<String, Object> content);
    }

    private void malformed(String member, String sentence, Change change) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", "permit");
        content.put("job", JOB);
        content.put("printer", "p1");
        content.put("until", UNTIL.toString());
        content.put("note", "");
        change.to(content);
        assertThatExceptionOfType(Untrusted.class)
                .as(member)
                .isThrownBy(() ->
                        Permit.parse(SignedDocument.sign(content, operator).line()))
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.why()).isEqualTo(Why.MALFORMED));
    }

    private boolean isAccepted(String line) {
        try {
            Permit permit = Permit.parse(line);
            permit.verify(ring);
            permit.check(JOB, "p1", NOW);
            return true;
        } catch (Untrusted e) {
            return false;
        }
    }

    private Permit issued(String printer) throws Untrusted {
        return Permit.issue(JOB, printer, UNTIL, 1, "theatre", operator);
    }

    private static void refused(Why why, ThrowingCallable call) {
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.why()).isEqualTo(why));
    }
}
