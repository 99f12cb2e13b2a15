package org.maskguard.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskguard.trust.Untrusted.Why;

/// The keys that a gateway knows, in the order in which they were enrolled. Immutable.
///
/// Its file has one key a line, `NAME RIGHTS KEY`, the key being 32 bytes in base64; `#` begins a comment. Only its
/// owner
/// may write it.
///
/// @param keys no two of a name, no two the same key
public record KeyRing(List<EnrolledKey> keys) {

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /// No keys at all.
    public static KeyRing empty() {
        return new KeyRing(List.of());
    }

    /// Reads a file; one that is not there holds no keys.
    ///
    /// @throws Untrusted where others may write it, or a line of it is no key; it names the line
    public static KeyRing read(Path file) throws IOException, Untrusted {
        if (!Files.exists(file)) {
            return empty();
        }
        PemFile.refuseWritable(file);
        return parse(Files.readString(file));
    }

    /// Reads the text of a file.
    public static KeyRing parse(String text) throws Untrusted {
        KeyRing ring = empty();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                try {
                    ring = ring.with(key(content));
                } catch (Untrusted e) {
                    throw new Untrusted(e.why(), "line " + number + ": " + e.getMessage());
                }
            }
        }
        return ring;
    }

    private static EnrolledKey key(String line) throws Untrusted {
        String[] parts = line.split("\\s+");
        if (parts.length != 3) {
            throw new Untrusted(Why.MALFORMED, "a name, rights and a key are wanted");
        }
        return EnrolledKey.of(parts[0], rights(parts[1]), VerifyingKey.ofBase64(parts[2]));
    }

    /// Reads rights as [EnrolledKey#rights] writes them.
    public static Set<Right> rights(String words) throws Untrusted {
        Set<Right> rights = new HashSet<>();
        for (String word : words.split(",", -1)) {
            rights.add(Right.of(word)
                    .orElseThrow(
                            () -> new Untrusted(Why.MALFORMED, "a key may 'clear' or 'permit', not '" + word + "'")));
        }
        return rights;
    }

    /// This ring with one key more.
    ///
    /// @throws Untrusted `malformed` where its name or the key itself is there already
    public KeyRing with(EnrolledKey key) throws Untrusted {
        for (EnrolledKey each : keys) {
            if (each.name().equals(key.name())) {
                throw new Untrusted(Why.MALFORMED, "the name '" + key.name() + "' is taken");
            }
            if (each.key().equals(key.key())) {
                throw new Untrusted(Why.MALFORMED, "the key is enrolled already, as '" + each.name() + "'");
            }
        }
        List<EnrolledKey> more = new ArrayList<>(keys);
        more.add(key);
        return new KeyRing(more);
    }

    /// This ring without the key of a name.
    ///
    /// @throws Untrusted `unknown-key` where there is none
    public KeyRing without(String name) throws Untrusted {
        List<EnrolledKey> fewer = new ArrayList<>(keys);
        if (!fewer.removeIf(key -> key.name().equals(name))) {
            throw new Untrusted(Why.UNKNOWN_KEY, "no key is named '" + name + "'");
        }
        return new KeyRing(fewer);
    }

    /// The key with this identifier.
    public Optional<EnrolledKey> find(String id) {
        return keys.stream().filter(key -> key.key().id().equals(id)).findFirst();
    }

    /// The key with this identifier, if it may do that.
    ///
    /// @throws Untrusted `unknown-key`, `not-allowed`
    public EnrolledKey allowed(String id, Right right) throws Untrusted {
        EnrolledKey key =
                find(id).orElseThrow(() -> new Untrusted(Why.UNKNOWN_KEY, "its key " + id + " is not enrolled"));
        if (!key.may().contains(right)) {
            throw new Untrusted(
                    Why.NOT_ALLOWED, "the key '" + key.name() + "' may " + key.rights() + ", not " + right.word());
        }
        return key;
    }

    /// Writes the file anew, in place of the one that is there: a reader sees the one or the other.
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Keys that this gateway knows; see 'maskguard key enrol --help'.\n");
        for (EnrolledKey key : keys) {
            text.append(key.name()).append(' ').append(key.rights()).append(' ');
            text.append(key.key().base64()).append('\n');
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(
                beside, PemFile.isPosix(file) ? new FileAttribute<?>[] {PemFile.ownerOnly()} : new FileAttribute<?>[0]);
        Files.writeString(beside, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
