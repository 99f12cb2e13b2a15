package org.maskguard.gateway.printer;

/// How long the gateway waits for the printer, in nanoseconds.
///
/// @param answer without a word from the printer, before its `ok` is taken for lost
/// @param answerOfBusy the same, once it has shown that it says `busy`
/// @param okOfResend for the `ok` that most firmware sends behind a `Resend`
/// @param idle after the last command, before it is made sure that it arrived
/// @param opening for an answer to the first M110, before it is sent again
/// @param attempts how many times in a row an `ok` may be lost before the printer is taken for gone
public record Patience(long answer, long answerOfBusy, long okOfResend, long idle, long opening, int attempts) {

    private static final long SECOND = 1_000_000_000L;

    /// OctoPrint's: 30 s, 3 s, 0.5 s (PEERS C1); and 1 s of rest, 2 s for the opening.
    public static final Patience USUAL = new Patience(30 * SECOND, 3 * SECOND, SECOND / 2, SECOND, 2 * SECOND, 5);
}
