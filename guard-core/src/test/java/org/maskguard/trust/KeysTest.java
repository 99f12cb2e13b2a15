package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final byte[] MESSAGE = "some words".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aPairThatWasWrittenSignsAsBefore() throws IOException, Untrusted {
        SigningKey key = SigningKey.create();
        Path file = folder.resolve("key.pem");
        key.write(file);
        SigningKey read = SigningKey.read(file);
        assertThat(read.id()).isEqualTo(key.id()).matches("[0-9a-f]{32}");
        assertThat(read.sign(MESSAGE)).isEqualTo(key.sign(MESSAGE));
        VerifyingKey half = VerifyingKey.read(SigningKey.publicBeside(file));
        assertThat(half).isEqualTo(key.verifying());
        assertThat(half.verifies(MESSAGE, read.sign(MESSAGE))).isTrue();
        assertThat(VerifyingKey.ofBase64(half.base64())).isEqualTo(half);
    }

    /// RFC 8032, section 7.1, test 2, as RFC 8410 wraps it.
    @Test
    void signsAsTheRfcDoes() throws IOException, Untrusted {
        Path file = folder.resolve("key.pem");
        String secret = "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7";
        PemFile.writeSecret(file, "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(
                SigningKey.publicBeside(file),
                VerifyingKey.ofBase64("PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=")
                        .pem());
        assertThat(HexFormat.of().formatHex(SigningKey.read(file).sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void onlyTheOwnerMayReadTheSecret() throws IOException {
        Path file = folder.resolve("key.pem");
        SigningKey.create().write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(file, "may be read by others");
    }

    @Test
    void aKeyIsNeverReplaced() throws IOException {
        Path file = folder.resolve("key.pem");
        SigningKey.create().write(file);
        byte[] before = Files.readAllBytes(file);
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> SigningKey.create().write(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whatIsNoPairIsRefused() throws IOException {
        Path file = folder.resolve("key.pem");
        SigningKey.create().write(file);
        String mixed = Files.readString(file).replaceAll("(?s)-----BEGIN PUBLIC.*", "")
                + SigningKey.create().verifying().pem();
        Files.writeString(file, mixed);
        assertRefused(file, "no pair");
        Files.writeString(file, "nothing");
        assertRefused(file, "holds no PRIVATE KEY");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertRefused(file, "another kind");
        Files.writeString(file, "x".repeat(100_000));
        assertRefused(file, "too large");
    }

    @Test
    void noTextShowsASecret() {
        SigningKey key = SigningKey.create();
        assertThat(key.toString()).isEqualTo(key.id());
    }

    @Test
    void signaturesOfAnyBytesAreNoSignatures() {
        VerifyingKey key = SigningKey.create().verifying();
        for (int length : new int[] {0, 1, 63, 64, 65, 1000}) {
            assertThat(key.verifies(MESSAGE, new byte[length])).isFalse();
        }
    }

    @Test
    void aRingIsReadAsItWasWritten() throws IOException, Untrusted {
        Path file = folder.resolve("enrolled-keys");
        assertThat(KeyRing.read(file).keys()).isEmpty();
        EnrolledKey slicer = EnrolledKey.of(
                "slicer@desk", Set.of(Right.CLEAR), SigningKey.create().verifying());
        EnrolledKey operator = EnrolledKey.of(
                "anna", Set.of(Right.CLEAR, Right.PERMIT), SigningKey.create().verifying());
        KeyRing ring = KeyRing.empty().with(slicer).with(operator);
        ring.write(file);
        assertThat(KeyRing.read(file)).isEqualTo(ring);
        assertThat(Files.readString(file)).contains("anna clear,permit ");
        ring.without("slicer@desk").write(file);
        assertThat(KeyRing.read(file).keys()).containsExactly(operator);
    }

    @Test
    void aRingThatOthersMayWriteIsNotBelieved() throws IOException {
        Path file = folder.resolve("enrolled-keys");
        KeyRing.empty().write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> KeyRing.read(file))
                .withMessageContaining("written by others");
    }

    @Test
    void aRingNamesTheLineThatIsWrong() {
        String key = SigningKey.create().verifying().base64();
        for (String line : new String[] {
            "a clear",
            "a clear " + key + " more",
            "a clear AAAA",
            "a fly " + key,
            "a clear, " + key,
            "../a clear " + key,
            "b clear !!!!"
        }) {
            assertThatExceptionOfType(Untrusted.class)
                    .isThrownBy(() -> KeyRing.parse("# keys\n\n" + line + "\n"))
                    .withMessageStartingWith("line 3: ");
        }
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> KeyRing.parse("a clear " + key + "\nb permit " + key))
                .withMessageContaining("enrolled already, as 'a'");
    }

    private static void assertRefused(Path file, String why) {
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessageContaining(why);
    }
}
