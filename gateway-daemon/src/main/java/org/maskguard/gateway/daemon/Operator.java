package org.maskguard.gateway.daemon;

import java.util.List;

/// What an operator may ask of the running gateway, and tell it. Thread-safe; every call returns within a
/// second or so, and none waits for a verdict.
public interface Operator {

    /// Why nothing can be printed at any printer, one clause; empty where it can be.
    String obstacle();

    /// The printers, in the order of the configuration.
    List<PrinterStatus> printers();

    /// Starts a job from its beginning: one that waits for an operator, or one that lies in the spool
    /// (incomplete, interrupted, cancelled), which is judged anew.
    Reply release(String job);

    /// Sends no more of a job that is printing.
    Reply pause(String job);

    /// Goes on with a job that was paused.
    Reply resume(String job);

    /// Gives up a job that is not over yet; where anything of it was sent, the printer is made safe.
    Reply cancel(String job);

    /// Declares a printer's bed clear.
    Reply clearBed(String printer);

    /// Accepts a printer as it says that it is now; from then on it must say the same.
    Reply commission(String printer);

    /// What became of it.
    ///
    /// @param kind what kind of answer
    /// @param sentence for people: what was done, or why not
    record Reply(Kind kind, String sentence) {

        /// Whether it was done, and if not, whose fault that is.
        public enum Kind {
            DONE,
            /// There is no such job or printer (HTTP 404).
            UNKNOWN,
            /// It cannot be done as things stand (HTTP 409).
            NOT_NOW
        }

        static Reply done(String sentence) {
            return new Reply(Kind.DONE, sentence);
        }

        static Reply unknown(String sentence) {
            return new Reply(Kind.UNKNOWN, sentence);
        }

        static Reply notNow(String sentence) {
            return new Reply(Kind.NOT_NOW, sentence);
        }
    }
}
