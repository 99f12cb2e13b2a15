package org.maskguard.trust;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maskguard.trust.Untrusted.Why;

/// A key that a gateway knows.
///
/// @param name for people: a letter or digit, then up to 63 letters, digits, `.`, `_`, `-` or `@`
/// @param may what it may do, at least one thing
public record EnrolledKey(String name, Set<Right> may, VerifyingKey key) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    public EnrolledKey {
        may = Set.copyOf(may);
    }

    /// @throws Untrusted `malformed` where the name is none or nothing is allowed
    public static EnrolledKey of(String name, Set<Right> may, VerifyingKey key) throws Untrusted {
        if (!NAME.matcher(name).matches()) {
            throw new Untrusted(
                    Why.MALFORMED,
                    "a key's name has up to 64 letters, digits, '.', '_', '-' or '@', not '" + name + "'");
        }
        if (may.isEmpty()) {
            throw new Untrusted(Why.MALFORMED, "the key '" + name + "' may do nothing");
        }
        return new EnrolledKey(name, may, key);
    }

    /// What it may do, as files and commands write it: `clear,permit`.
    public String rights() {
        return new TreeSet<>(may).stream().map(Right::word).collect(Collectors.joining(","));
    }
}
