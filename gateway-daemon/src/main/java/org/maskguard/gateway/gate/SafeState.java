package org.maskguard.gateway.gate;

import java.util.ArrayDeque;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;

/// Brings a printer to rest after a job was stopped: DESIGN 8, "Safe state".
///
/// The planner is finished (at most 10 s, then it is stopped), filament drawn back where the nozzle is hot, the tool
/// raised where its axes are homed and there is room, the heaters switched off; once the nozzle is cool, or after five
/// minutes, fan and motors too. Not thread-safe.
final class SafeState {

    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST_SETTLING = 10 * SECOND;
    private static final long LONGEST_COOLING = 300 * SECOND;
    private static final long BETWEEN_LOOKS = 2 * SECOND;
    /// Marlin's `EXTRUDE_MINTEMP`.
    private static final double HOT = 170;
    private static final double COOL = 50;
    private static final double RAISE = 10;
    private static final int RETRACT = 2;

    private enum Stage {
        SETTLING,
        LOOKING,
        ACTING,
        COOLING,
        RESTING
    }

    private final PrinterSide printer;
    private final double highest;
    private final ArrayDeque<Command> commands = new ArrayDeque<>();
    private final int tools;
    private Stage stage = Stage.SETTLING;
    private boolean stopped;
    private boolean done;
    private int underWay;
    private long deadline;
    private long coolingUntil;

    /// Begins.
    ///
    /// @param highest how far up the tool may be raised, mm, or NaN
    /// @param tools how many heated tools there are
    SafeState(PrinterSide printer, double highest, int tools, long now) {
        this.printer = printer;
        this.highest = highest;
        this.tools = tools;
        commands.add(command("M400"));
        deadline = now + LONGEST_SETTLING;
        Command current = printer.current();
        if (current != null && waits(current)) {
            printer.emergency(Emergency.BREAK_WAIT, 0, now);
        }
    }

    /// Only heaters are switched off: nothing had been sent of the job.
    static SafeState heatersOnly(PrinterSide printer, int tools, long now) {
        SafeState safe = new SafeState(printer, Double.NaN, tools, now);
        safe.commands.clear();
        safe.heatersOff();
        safe.stage = Stage.RESTING;
        safe.deadline = Long.MAX_VALUE;
        return safe;
    }

    /// Sends one command where one is due; only where the printer is ready. Says whether it did.
    boolean feed(long now) {
        if (stage == Stage.LOOKING && !printer.hasQuestions() && printer.isIdle()) {
            act();
        }
        if (commands.isEmpty()) {
            advance(now);
        }
        if (commands.isEmpty()) {
            return false;
        }
        underWay++;
        printer.send(commands.removeFirst(), report -> underWay--, now);
        return true;
    }

    /// Time went by.
    void tick(long now) {
        if (now < deadline) {
            return;
        }
        if (stage == Stage.SETTLING && !stopped) {
            stopped = true;
            deadline = Long.MAX_VALUE;
            printer.emergency(Emergency.QUICK_STOP, 0, now);
        } else if (stage == Stage.COOLING) {
            deadline = now + BETWEEN_LOOKS;
            printer.ask(Command.TEMPERATURES);
        } else {
            deadline = Long.MAX_VALUE;
        }
    }

    long next() {
        return deadline;
    }

    boolean isDone() {
        return done;
    }

    /// Whether all is done but what waits for the nozzle to cool: a new job may begin.
    boolean isCooling() {
        return stage == Stage.COOLING;
    }

    private void advance(long now) {
        if (underWay > 0) {
            return;
        }
        switch (stage) {
            case SETTLING -> {
                stage = Stage.LOOKING;
                deadline = Long.MAX_VALUE;
                printer.ask(Command.TEMPERATURES);
                printer.askPosition();
            }
            case ACTING -> {
                stage = Stage.COOLING;
                coolingUntil = now + LONGEST_COOLING;
                deadline = now;
            }
            case COOLING -> {
                if (now >= coolingUntil || printer.reports().degrees().nozzle() < COOL) {
                    stage = Stage.RESTING;
                    deadline = Long.MAX_VALUE;
                    commands.add(command("M107"));
                    commands.add(command("M84"));
                }
            }
            case RESTING -> done = true;
            case LOOKING -> {}
        }
    }

    private void act() {
        stage = Stage.ACTING;
        commands.add(command("G21"));
        if (printer.reports().degrees().nozzle() >= HOT) {
            commands.add(command("M83"));
            commands.add(command("G1 E-" + RETRACT + " F1800"));
        }
        double height = printer.reports().height();
        if (printer.isHomed() && height + RAISE <= highest) {
            commands.add(command("G91"));
            commands.add(command("G1 Z" + (int) RAISE + " F600"));
            commands.add(command("G90"));
        }
        heatersOff();
    }

    private void heatersOff() {
        for (int tool = 0; tool < tools; tool++) {
            commands.add(command(tools == 1 ? "M104 S0" : "M104 T" + tool + " S0"));
        }
        commands.add(command("M140 S0"));
    }

    /// Whether a command waits for heat or for the user.
    static boolean waits(Command command) {
        return command.letter() == 'M'
                && switch (command.code()) {
                    case 0, 1, 109, 190, 191, 226, 600, 601 -> true;
                    default -> false;
                };
    }

    private static Command command(String text) {
        return new Command(text.charAt(0), Integer.parseInt(text.substring(1).split(" ")[0]), 0, text);
    }
}
