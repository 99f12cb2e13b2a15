/// The commands, and what they share: where to write, how to end, how to fail.
///
/// Other modules bring commands of their own through [org.maskguard.cli.CommandProvider].
package org.maskguard.cli;
