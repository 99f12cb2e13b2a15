package org.maskguard.gateway.gate;

import java.util.Set;
import org.maskguard.gateway.job.JobRules;
import org.maskguard.gateway.printer.Patience;

/// What is configured for one printer.
///
/// @param printer its name
/// @param mode what is done with jobs while they come in
/// @param rules when jobs begin and end
/// @param machineWhenIdle whether words that change the machine (M92, M500) are sent on between jobs
/// @param allowed words that are otherwise closed, such as `M42`, and are let through
/// @param killsOnRefusal whether a refusal ends with M112
/// @param bedClearWord the command that clears the bed, such as a macro's; empty where there is none
/// @param bedClearAfter how long the bed must have been cold before the next homing, in nanoseconds
/// @param highest how far up the tool may be raised in the end, mm; NaN where that is not known: then it is not raised
/// @param patience with the printer
/// @param window how many commands are under way at a time
public record GateSettings(
        String printer,
        Mode mode,
        JobRules rules,
        boolean machineWhenIdle,
        Set<String> allowed,
        boolean killsOnRefusal,
        String bedClearWord,
        long bedClearAfter,
        double highest,
        Patience patience,
        int window) {

    private static final long MINUTE = 60_000_000_000L;

    public GateSettings {
        allowed = Set.copyOf(allowed);
    }

    /// What holds where nothing is configured.
    public static GateSettings usual(String printer) {
        return new GateSettings(
                printer,
                Mode.HOLD,
                JobRules.USUAL,
                false,
                Set.of(),
                false,
                "",
                10 * MINUTE,
                Double.NaN,
                Patience.USUAL,
                1);
    }

    public GateSettings withMode(Mode other) {
        return new GateSettings(
                printer,
                other,
                rules,
                machineWhenIdle,
                allowed,
                killsOnRefusal,
                bedClearWord,
                bedClearAfter,
                highest,
                patience,
                window);
    }

    public GateSettings withHighest(double mm) {
        return new GateSettings(
                printer,
                mode,
                rules,
                machineWhenIdle,
                allowed,
                killsOnRefusal,
                bedClearWord,
                bedClearAfter,
                mm,
                patience,
                window);
    }

    public GateSettings withAllowed(Set<String> words) {
        return new GateSettings(
                printer,
                mode,
                rules,
                machineWhenIdle,
                words,
                killsOnRefusal,
                bedClearWord,
                bedClearAfter,
                highest,
                patience,
                window);
    }
}
