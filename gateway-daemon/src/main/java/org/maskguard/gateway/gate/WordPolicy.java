package org.maskguard.gateway.gate;

import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.WordClass;

/// What is done with each word, as it is configured. Immutable.
final class WordPolicy {

    private final GateSettings settings;

    WordPolicy(GateSettings settings) {
        this.settings = settings;
    }

    /// Why a command is not taken within a job, with the key that would let it; empty where it is taken.
    String refusalInJob(Command command) {
        return switch (wordClass(command)) {
            case MACHINE -> "changes the machine (machine words are never part of a job)";
            case DRAWING -> "makes the firmware draw what no line says (words.expand)";
            case CARD -> "belongs to the memory card (it is never part of a job)";
            case CLOSED -> "is not let through (words.allow)";
            default -> "";
        };
    }

    /// The same between jobs.
    String refusalWhenIdle(Command command) {
        return switch (wordClass(command)) {
            case MACHINE -> settings.machineWhenIdle() ? "" : "changes the machine (words.machine)";
            case DRAWING -> "makes the firmware draw what no line says (words.expand)";
            case CARD -> "belongs to the memory card (card.enabled)";
            case CLOSED -> "is not let through (words.allow)";
            default -> "";
        };
    }

    /// Whether an unknown command is one that a firmware may leave out without printing another shape.
    static boolean mayBeUnknown(String text) {
        int end = 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 1 || end > 5 || "GMT".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        String word = text.substring(0, end);
        WordClass kind = WordClass.of(text.charAt(0), Integer.parseInt(text.substring(1, end)));
        boolean shapes = kind == WordClass.SHAPE || kind == WordClass.DEPOSITING;
        // Speed, objects and what the preamble asks for in vain.
        return !shapes || word.equals("M220") || word.equals("M486") || word.equals("G21") || word.equals("M702");
    }

    /// The class of a command, with what is configured to be let through among the harmless.
    WordClass wordClass(Command command) {
        WordClass word = WordClass.of(command);
        boolean allowed = settings.allowed().contains(command.letter() + Integer.toString(command.code()));
        boolean isClear = !settings.bedClearWord().isEmpty() && command.text().equals(settings.bedClearWord());
        return word == WordClass.CLOSED && (allowed || isClear) ? WordClass.HARMLESS : word;
    }
}
