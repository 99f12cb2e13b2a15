package org.maskguard.gateway.job;

import java.util.function.Consumer;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.WordClass;

/// Tells jobs from interactive use, line by line. Instants are nanoseconds of one clock. Not thread-safe.
///
/// An event is given before the call that causes it returns: [JobEvent.Begun] before the step of the line that begins
/// the
/// job. Lines are given in the order in which they came, whoever wrote them and whether they have numbers or not.
public final class JobTracker {

    private static final long NEVER = Long.MAX_VALUE;

    private enum State {
        IDLE,
        /// One line is held, which may begin a burst.
        HOLDING,
        JOB
    }

    private final JobRules rules;
    private final Consumer<JobEvent> events;
    private final Filament filament = new Filament();

    private State state = State.IDLE;
    private boolean armed;
    private boolean begunByMinusOne;
    private long heard = Long.MIN_VALUE / 2;
    private double idleExtruded;
    private JobEnd end;
    private long deadline = NEVER;

    public JobTracker(JobRules rules, Consumer<JobEvent> events) {
        this.rules = rules;
        this.events = events;
    }

    /// An M110 from the host.
    ///
    /// @param last the number that the next line follows: -1 from Printrun
    public Step renumbered(long last, long now) {
        if (state == State.JOB) {
            if (last == -1 && begunByMinusOne && rules.endMarker().isEmpty()) {
                finish("Printrun's last M110");
            }
        } else {
            armed = true;
            begunByMinusOne = last == -1;
        }
        return Step.ANSWER;
    }

    /// A command from the host.
    ///
    /// @param numbered whether the line had a number
    public Step line(Command command, boolean numbered, long now) {
        tick(now);
        WordClass word = WordClass.of(command);
        double pushed = filament.push(command);
        if (word == WordClass.EMERGENCY || word == WordClass.POLL) {
            if (state == State.JOB) {
                deadline = end.poll(command, numbered, now);
            } else if (numbered && armed && !command.is('M', 115)) {
                begin(now);
            } else if (numbered) {
                armed = false;
            }
            return Step.ANSWER;
        }
        Step step = state == State.JOB ? Step.COLLECT : before(command, word, numbered, pushed, now);
        heard = now;
        return step == Step.COLLECT ? collect(command, numbered, pushed, now) : step;
    }

    /// The host has gone.
    public void gone(long now) {
        tick(now);
        armed = false;
        if (state == State.JOB) {
            incomplete("the host went away before the job's end");
        }
    }

    /// Whether the job was begun by Printrun's M110.
    public boolean isBegunByPrintrun() {
        return begunByMinusOne;
    }

    /// Whatever was begun is over: the gate stopped it.
    public void forget() {
        close();
        armed = false;
    }

    /// The job's lines found no room.
    public void full() {
        if (state == State.JOB) {
            incomplete("the job is larger than may be kept");
        }
    }

    /// The next instant at which [#tick] has something to do; `Long.MAX_VALUE` for none.
    public long next() {
        return deadline;
    }

    /// Time went by.
    public void tick(long now) {
        if (now < deadline) {
            return;
        }
        if (state == State.HOLDING) {
            state = State.IDLE;
            deadline = NEVER;
            events.accept(new JobEvent.Released());
        } else if (end.isPaused()) {
            incomplete("the host paused for too long");
        } else if (end.doubts(now)) {
            deadline = end.deadline();
            events.accept(new JobEvent.Doubtful());
        } else {
            finish(end.by());
        }
    }

    /// Whether lines are being collected.
    public boolean isWithinJob() {
        return state == State.JOB;
    }

    private Step before(Command command, WordClass word, boolean numbered, double pushed, long now) {
        boolean numberedJob = armed && numbered;
        boolean says = command.is('M', 75) || command.is('M', 28) && word != WordClass.CLOSED;
        if (numberedJob || says || state == State.HOLDING || deposits(command, word, pushed)) {
            begin(now);
            return Step.COLLECT;
        }
        if (now - heard >= rules.quiet() && mayBeginBurst(command, word)) {
            state = State.HOLDING;
            deadline = now + rules.quiet();
            return Step.HOLD;
        }
        return Step.FORWARD;
    }

    /// Whether material is laid down that is more than a purge in place.
    private boolean deposits(Command command, WordClass word, double pushed) {
        if (word != WordClass.DEPOSITING) {
            return false;
        }
        if (command.letter() == 'M') {
            return true;
        }
        boolean inPlace = !command.has('X') && !command.has('Y') && !command.has('Z') && command.code() <= 1;
        if (inPlace) {
            idleExtruded += pushed;
            return idleExtruded > rules.idleExtrusion();
        }
        return pushed > 0;
    }

    private static boolean mayBeginBurst(Command command, WordClass word) {
        return word == WordClass.SHAPE
                || word == WordClass.DEPOSITING
                || command.is('G', 28)
                || command.is('M', 109)
                || command.is('M', 190);
    }

    private void begin(long now) {
        state = State.JOB;
        armed = false;
        idleExtruded = 0;
        end = new JobEnd(rules);
        deadline = now + rules.timeout();
        events.accept(new JobEvent.Begun());
    }

    private Step collect(Command command, boolean numbered, double pushed, long now) {
        deadline = end.line(command, numbered, pushed, now);
        if (end.isNow()) {
            finish(end.by());
        }
        return state == State.JOB && end.isWaiting() ? Step.COLLECT_AND_WAIT : Step.COLLECT;
    }

    private void finish(String by) {
        String missing = end.missing();
        close();
        events.accept(missing.isEmpty() ? new JobEvent.Ended(by) : new JobEvent.Incomplete(missing));
    }

    private void incomplete(String why) {
        close();
        events.accept(new JobEvent.Incomplete(why));
    }

    private void close() {
        state = State.IDLE;
        deadline = NEVER;
        begunByMinusOne = false;
    }
}
