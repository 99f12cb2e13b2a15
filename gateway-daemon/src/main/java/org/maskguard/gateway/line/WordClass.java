package org.maskguard.gateway.line;

import java.util.Arrays;

/// What the gateway does with a word: the one table of them.
///
/// A word that is in no row is [#CLOSED]. Words are those of Marlin 2.1; PEERS H2 and H3 say why each stands where it
/// does.
public enum WordClass {

    /// Ahead of everything, in every state.
    EMERGENCY("M108 M112 M410 M524 M876"),

    /// Answered by the gateway. M118, which can make the printer say anything, is never sent on: the gateway says
    /// it.
    POLL("M105 M114 M115 M119 M27 M31 M155 M154 M113 M118 M503"),

    /// Neither material nor shape comes of it: temperatures, fans, homing, displays, lights, tools, waits.
    HARMLESS("G4 G12 G27 G28 M0 M1 M17 M18 M25 M73 M75 M76 M77 M84 M85 M86 M104 M106 M107 M109 M110 M117 M123 M125 M140"
            + " M141 M145 M149 M150 M190 M191 M201 M203 M204 M205 M226 M240 M250 M255 M256 M280 M300 M301 M303"
            + " M304 M355 M400 M412 M413 M414 M420 M569 M593 M601 M602 M603 M900 M2 M30 T0 T1 T2 T3 T4 T5 T6 T7"),

    /// Moves, and what primes or purges: may lay material down. A move without E does not; see [#of(Command)].
    DEPOSITING("G0 G1 G2 G3 M600 M701 M702"),

    /// Changes what the coordinates and the E of later lines mean.
    SHAPE("G10 G11 G17 G18 G19 G20 G21 G53 G54 G55 G56 G57 G58 G59 G90 G91 G92 M82 M83 M200 M206 M207 M208 M209 M218"
            + " M220 M221 M290 M428 M486"),

    /// Changes the machine itself, beyond the job.
    MACHINE("M92 M111 M211 M302 M350 M351 M500 M501 M502 M504 M605 M665 M666 M851 M852 M906"),

    /// The firmware draws, from no line that could be judged.
    DRAWING("G5 G6 G26 G29 M98"),

    /// Cards: captured, judged, and only then written or started.
    CARD("M20 M21 M22 M23 M24 M26 M28 M29 M32 M33 M34 M808 M928"),

    /// Everything else.
    CLOSED("");

    private static final int CODES = 1000;

    private static final WordClass[] TABLE = table();

    private final String words;

    WordClass(String words) {
        this.words = words;
    }

    /// The class of a word, by itself.
    ///
    /// @param letter `G`, `M` or `T`
    public static WordClass of(char letter, int code) {
        int row = row(letter);
        return row < 0 || code < 0 || code >= CODES ? CLOSED : TABLE[row * CODES + code];
    }

    /// The class of a command: its word's, but for the few words whose parameters decide.
    public static WordClass of(Command command) {
        WordClass word = of(command.letter(), command.code());
        boolean bare = command.text().indexOf(' ') < 0;
        return switch (word) {
            // A move without E lays nothing down.
            case DEPOSITING -> command.letter() == 'G' && !command.has('E') ? HARMLESS : word;
            // Without options a bed is only probed.
            case DRAWING -> command.is('G', 29) && bare ? HARMLESS : word;
            // The binary transfer, which no line gateway can read.
            case CARD -> command.text().startsWith("M28 B") ? CLOSED : word;
            // Ends a job when it stands alone, else deletes a file.
            case HARMLESS -> command.is('M', 30) && !bare ? CARD : word;
            default -> word;
        };
    }

    private static int row(char letter) {
        return "GMT".indexOf(letter);
    }

    private static WordClass[] table() {
        WordClass[] table = new WordClass[3 * CODES];
        Arrays.fill(table, CLOSED);
        for (WordClass each : values()) {
            for (String word : each.words.isEmpty() ? new String[0] : each.words.split(" ")) {
                table[row(word.charAt(0)) * CODES + Integer.parseInt(word.substring(1))] = each;
            }
        }
        return table;
    }
}
