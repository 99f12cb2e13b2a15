package org.maskguard.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.maskguard.trust.Untrusted.Why;

/// The members of an object of JSON, each asked for by name and kind; a member that nobody asked for is a fault.
final class Fields {

    private final Map<String, Object> members;
    private final Set<String> asked = new HashSet<>();

    Fields(Map<String, Object> members) {
        this.members = members;
    }

    /// @param most how many characters it may have
    String text(String name, int most) throws Untrusted {
        if (!(get(name) instanceof String text)) {
            throw malformed(name, "is no text");
        }
        if (text.length() > most) {
            throw malformed(name, "has more than " + most + " characters");
        }
        return text;
    }

    void word(String name, String wanted) throws Untrusted {
        if (!wanted.equals(get(name))) {
            throw malformed(name, "is not \"" + wanted + "\"");
        }
    }

    String sha256(String name) throws Untrusted {
        String digest = text(name, 64);
        if (!Sha256.isHex(digest)) {
            throw malformed(name, "is no SHA-256 in hexadecimal");
        }
        return digest;
    }

    byte[] base64(String name, int bytes) throws Untrusted {
        byte[] decoded = Base64Text.decode(text(name, bytes * 2), "its '" + name + "'");
        if (decoded.length == bytes) {
            return decoded;
        }
        throw malformed(name, "does not have " + bytes + " bytes");
    }

    long whole(String name, long least, long most) throws Untrusted {
        if (get(name) instanceof Long whole && whole >= least && whole <= most) {
            return whole;
        }
        throw malformed(name, "is no whole number from " + least + " to " + most);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// An instant by RFC 3339 in UTC, in whole seconds.
    Instant instant(String name) throws Untrusted {
        String text = text(name, 40);
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)
                    && instant.truncatedTo(ChronoUnit.SECONDS).equals(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw malformed(name, "is no instant such as 2026-12-31T23:59:59Z");
        }
        throw malformed(name, "is no instant such as 2026-12-31T23:59:59Z");
    }

    Object any(String name) throws Untrusted {
        return get(name);
    }

    /// To be called last.
    void end() throws Untrusted {
        for (String name : members.keySet()) {
            if (!asked.contains(name)) {
                throw malformed(name, "is not known here");
            }
        }
    }

    private Object get(String name) throws Untrusted {
        asked.add(name);
        if (!members.containsKey(name)) {
            throw malformed(name, "is missing");
        }
        return members.get(name);
    }

    private static Untrusted malformed(String name, String how) {
        return new Untrusted(Why.MALFORMED, "its '" + name + "' " + how);
    }
}
