/// Ordinary things that people print, as families: each a short program of its own that draws a different thing for
/// every throw of the dice. None looks like a face, and a guard must let all of them pass.
package org.maskguard.suite.parts;
