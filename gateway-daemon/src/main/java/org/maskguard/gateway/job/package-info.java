/// Where a job begins in a host's lines, and where it ends: DESIGN 8, "A job".
///
/// State machines over commands and instants: nothing here judges, keeps or sends a line.
package org.maskguard.gateway.job;
