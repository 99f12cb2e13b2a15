package org.maskguard.trust;

import java.util.Base64;
import org.maskguard.trust.Untrusted.Why;

/// Reads base64 in the one way in which it is written.
///
/// The last character of 64 bytes has four bits that mean nothing, and Java's decoder takes any (RFC 4648, section
/// 3.5):
/// so one signature had sixteen spellings.
final class Base64Text {

    private Base64Text() {}

    /// @param what it is, for the sentence: `its signature`
    static byte[] decode(String text, String what) throws Untrusted {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Untrusted(Why.MALFORMED, what + " is no base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Untrusted(Why.MALFORMED, what + " is base64, but not in its only form");
        }
        return bytes;
    }
}
