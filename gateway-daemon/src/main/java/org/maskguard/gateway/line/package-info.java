/// The language of the wire: how bytes become lines, lines become commands, and what each word may do.
///
/// Two readings live here. `Marlin…` and [Numbering] read as the firmware does, with everything it lets through; the
/// gateway uses them to know what a line would do and the simulated printer to be one. [StrictReader] takes only what
/// can
/// be written again without any doubt, and [Command] is what it took.
package org.maskguard.gateway.line;
