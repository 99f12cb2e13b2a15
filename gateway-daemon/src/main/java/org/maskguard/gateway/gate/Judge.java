package org.maskguard.gateway.gate;

import java.util.List;
import org.maskguard.gateway.spool.Spool;
import org.maskguard.gateway.spool.Spooled;

/// Judges jobs behind a gate's back. No call may take long; answers come by [Gate#judged] and [Gate#suspected].
public interface Judge {

    /// Judges a whole job: seals its spool, judges what it lays by itself and together with what lies on the bed,
    /// and
    /// has the verdict written down. Then [Gate#judged] is called, once.
    void judge(Case job);

    /// Begins to watch a job that is sent on while it comes in.
    Watch watch(String job, List<Spooled> bed);

    /// What is judged.
    ///
    /// @param job its identifier
    /// @param spool its lines: where null, they are in `sealed`
    /// @param sealed a job that was sealed before
    /// @param bed what lies on the bed, in its order
    record Case(String job, Spool spool, Spooled sealed, List<Spooled> bed) {}

    /// A job under watch.
    interface Watch {

        /// Takes a line that goes to the printer. Where it would be refused, [Gate#suspected] is called.
        void line(String text);

        /// Nothing more comes: nothing is called any more.
        void stop();
    }
}
