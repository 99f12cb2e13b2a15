package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.maskguard.trust.Appeal.Attachment;

class AppealTest {

    private static final Appeal APPEAL = new Appeal(
            Optional.of("ab".repeat(32)),
            "cd".repeat(32),
            "{\"category\":\"mask\",\"score\":0.998,\"verdict\":\"refuse\"}",
            "It is for the theatre.\nPlease look again.",
            Instant.parse("2026-06-01T12:00:00Z"),
            List.of(new Attachment("page.html", "<p>".getBytes(StandardCharsets.UTF_8))),
            Optional.of(new Attachment("face.gcode", "G28\n".getBytes(StandardCharsets.UTF_8))));

    @Test
    void isReadAsItWasWritten() throws IOException, Untrusted {
        Appeal read = Appeal.read(new ByteArrayInputStream(written(APPEAL)));
        assertThat(read).usingRecursiveComparison().isEqualTo(APPEAL);
        assertThat(read.said("verdict")).isEqualTo("refuse");
        assertThat(written(read)).isEqualTo(written(APPEAL));
    }

    @Test
    void holdsNoModelUnlessItWasAdded() throws IOException, Untrusted {
        Appeal without = new Appeal(
                Optional.empty(), APPEAL.sha256(), APPEAL.verdict(), "", APPEAL.made(), List.of(), Optional.empty());
        assertThat(entries(written(without))).containsExactly("appeal.json");
        assertThat(Appeal.read(new ByteArrayInputStream(written(without)))).isEqualTo(without);
    }

    @Test
    void whatWasChangedIsRefused() throws IOException {
        byte[] good = written(APPEAL);
        refused(Arrays.copyOf(good, good.length / 2), "");
        refused("no zip".getBytes(StandardCharsets.UTF_8), "appeal.json is missing");
        refused(rewritten(good, "evidence/page.html", "<b>"), "was changed");
        refused(rewritten(good, "evidence/../../page.html", "<b>"), "which it does not list");
    }

    @Test
    void aBombIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 200; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
                zip.closeEntry();
            }
        }
        refused(out.toByteArray(), "more than 100 entries");
    }

    @Test
    void aRejectionIsSigned() throws Untrusted {
        SigningKey key = SigningKey.create();
        Rejection answer = Rejection.sign("ab".repeat(32), "It is a mask.", APPEAL.made(), key);
        Rejection read = Rejection.parse(answer.document().line());
        read.document().verify(key.verifying());
        assertThat(read.reason()).isEqualTo("It is a mask.");
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> Rejection.parse(answer.document().line().replace("a mask", "no mask"))
                        .document()
                        .verify(key.verifying()))
                .withMessageContaining("signature");
    }

    private static void refused(byte[] file, String sentence) {
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> Appeal.read(new ByteArrayInputStream(file)))
                .withMessageContaining(sentence);
    }

    private static byte[] written(Appeal appeal) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        appeal.write(out);
        return out.toByteArray();
    }

    private static List<String> entries(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        }
    }

    /// The file with one entry put in place of the one of that name, or added.
    private static byte[] rewritten(byte[] file, String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                    zip.closeEntry();
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
