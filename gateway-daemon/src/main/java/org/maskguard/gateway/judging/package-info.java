/// Verdicts over a gate's jobs: what the guard says of what a job lays, by itself and with what lies on the bed.
package org.maskguard.gateway.judging;
