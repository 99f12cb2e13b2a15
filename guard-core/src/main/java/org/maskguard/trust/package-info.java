/// Who may say what: keys, signed documents, and the three kinds of them that the gateway obeys.
///
/// A [Permit] lets one job through on one printer, a [Clearance] says that a job was judged where it was sliced, an
/// [Appeal] asks for a second look. Each is canonical JSON (RFC 8785) with an Ed25519 signature, or holds it. What is
/// not accepted is an [Untrusted] that says why; nothing here throws anything else for what comes from outside.
package org.maskguard.trust;
