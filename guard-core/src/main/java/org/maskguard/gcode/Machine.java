package org.maskguard.gcode;

/// The printer's modal state: what each command changes, and what becomes of commands that are not understood.
final class Machine {

    private static final String UNKNOWN = "the command is unknown and could draw";

    private final Configuration configuration;
    final Deposits deposits;
    final Motion motion;
    private final Offsets offsets;
    private final Curves curves;
    private final Objects objects;
    private final ModalWords words;
    private final KlipperWords klipper;
    private final Scripts scripts;
    private final Calls calls;

    /// The last of G0 to G3 and G5: what bare words repeat.
    int modal = 1;

    /// Whether in a branch that the printer may skip.
    private boolean branch;

    private boolean branchesDraw;

    Machine(Configuration configuration, JobLimits limits, DepositSink sink, Scripts scripts) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.deposits = new Deposits(sink, limits.beads());
        this.motion = new Motion(configuration, limits, deposits);
        this.offsets = new Offsets(motion);
        this.curves = new Curves(motion);
        this.objects = new Objects(configuration.excludesObjects());
        this.words = new ModalWords(this, offsets, curves, objects, configuration.coldBelow());
        this.klipper = new KlipperWords(this, words, offsets, objects);
        this.calls = new Calls(configuration, scripts, deposits);
    }

    /// Whether moves may be taken on the short way, past [#execute(Line, long)].
    boolean isPlain() {
        return !objects.isExcluded() && !branch;
    }

    /// @param number the line's, in the job
    void execute(Line line, long number) throws UnreadableJob {
        if (line.kind != Line.Kind.CODE && line.hasStrangeBytes() && !isNothing(line)) {
            throw line.refusal("bad-byte", number, "it holds bytes that firmwares read differently");
        }
        switch (line.kind) {
            case BLANK -> {}
            case CODE -> code(line, number);
            case NAME -> name(line, number);
            case WORDS -> bareWords(line, number);
            case OTHER -> other(line, number);
        }
    }

    private void code(Line line, long number) throws UnreadableJob {
        if (!calls.isEmpty() && calls.expand(line.command(), number)) {
            return;
        }
        Vocabulary.Kind kind = Vocabulary.of(line.letter, line.code);
        switch (kind) {
            case EMERGENCY, POLL, HARMLESS, MACHINE -> passed(line, number);
            case PURGE -> deposits.note(line.command(), number, "purges beside the part");
            case MOVE, SHAPE -> shape(line, number);
            case BENDING -> throw line.refusal("doubtful", number, "it bends the machine's geometry");
            case DRAWING -> calls.draw(line, number);
            case FILE -> calls.file(line, number);
            case UNKNOWN -> unknown(line, number);
        }
    }

    /// Nothing to do, unless a further command stands in the same line.
    private void passed(Line line, long number) throws UnreadableJob {
        if (Vocabulary.isText(line.letter, line.code)) {
            return;
        }
        line.readWords();
        if (line.has('T') && line.letter == 'M' && (line.code == 6 || line.code == 108 || line.code == 135)) {
            // MakerWare's and Sailfish's ways to change tools.
            words.tool((int) line.value('T'));
        }
        if (line.next >= 0) {
            further(line, number);
        }
    }

    private void shape(Line line, long number) throws UnreadableJob {
        if (line.letter == 'M' && line.code >= 810 && line.code <= 819) {
            scripts.macro(line, number);
            return;
        }
        line.readWords();
        examine(line, number);
        if (branch && bends(line)) {
            branchesDraw = true;
            if (configuration.skipsBranches()) {
                return;
            }
        }
        switch (line.letter) {
            case 'G' -> g(line, number);
            case 'M' -> m(line, number);
            default -> words.tool(line.code);
        }
        if (line.next >= 0) {
            further(line, number);
        }
    }

    /// Whether a word in a branch changes where what comes after it lands; the branch's own words do not.
    private static boolean bends(Line line) {
        boolean ofBranch = line.letter == 'M' && (line.code == 622 || line.code == 623);
        return !ofBranch && Vocabulary.of(line.letter, line.code) == Vocabulary.Kind.SHAPE;
    }

    private void g(Line line, long number) throws UnreadableJob {
        switch (line.code) {
            case 0, 1, 2, 3, 5 -> {
                if (line.sub != 0) {
                    deposits.doubt(
                            "doubtful", number, line.command(), "a move with a number that some firmwares ignore");
                }
                modal = line.code;
                drive(line, number);
            }
            case 53 -> machineCoordinates(line, number);
            default -> words.g(line, number);
        }
    }

    private void m(Line line, long number) throws UnreadableJob {
        switch (line.code) {
            case 111 -> {
                if (((int) line.value('S', 0) & 8) != 0) {
                    throw line.refusal("doubtful", number, "a dry run, which some firmwares print");
                }
            }
            case 622 -> branch = true;
            case 623 -> branch = false;
            case 808 -> scripts.repeat(line, number);
            default -> words.m(line, number);
        }
    }

    /// What a stricter firmware would read otherwise is as an unknown command, and what is no number is none
    /// anywhere.
    private void examine(Line line, long number) throws UnreadableJob {
        if (line.notNumber) {
            throw line.refusal("bad-number", number, "a word's value is no number");
        }
        if (line.hasStrangeBytes()) {
            throw line.refusal("bad-byte", number, "it holds bytes that firmwares read differently");
        }
        if (line.odd != null) {
            deposits.doubt("doubtful", number, line.command(), line.odd);
        } else if (line.to - line.from > Line.MARLIN_BYTES) {
            deposits.doubt("doubtful", number, line.command(), "it is longer than firmwares read");
        }
    }

    /// `G20 G90` in one line: NIST's way. Most firmwares of printers execute the first only.
    private void further(Line line, long number) throws UnreadableJob {
        if (!(line.letter == 'G' && line.code == 53)) {
            deposits.doubt("doubtful", number, line.command(), "several commands in one line");
        }
        line.readNext();
        execute(line, number);
    }

    /// A move or curve by the words of the line.
    private void drive(Line line, long number) throws UnreadableJob {
        if ((line.open & AXES) != 0) {
            deposits.doubt("doubtful", number, line.command(), "an axis word holds a placeholder");
        }
        long before = deposits.count();
        if (branch && configuration.skipsBranches()) {
            branchesDraw |= line.has('E') || line.has('A');
            return;
        }
        Long excluded = null;
        if (objects.isExcluded()) {
            if (configuration.excludesObjects()) {
                excludedMove(line);
                return;
            }
            excluded = number;
        }
        extrusionWord(line);
        switch (modal) {
            case 2, 3 -> {
                if (!curves.arc(modal == 2, line, number)) {
                    noArc(line, number);
                }
            }
            case 5 -> curves.cubic(line, number);
            default ->
                motion.move(
                        moveWords(line), line.value('X'), line.value('Y'), line.value('Z'), line.value('E'), number);
        }
        if (deposits.count() > before) {
            branchesDraw |= branch;
            if (excluded != null) {
                throw line.refusal("doubtful", number, "it prints an excluded object, which some firmwares leave out");
            }
        }
    }

    private static final int AXES = 1 << 'X' - 'A'
            | 1 << 'Y' - 'A'
            | 1 << 'Z' - 'A'
            | 1 << 'E' - 'A'
            | 1 << 'I' - 'A'
            | 1 << 'J' - 'A'
            | 1 << 'R' - 'A';

    private static int moveWords(Line line) {
        return (line.has('X') ? Motion.X : 0)
                | (line.has('Y') ? Motion.Y : 0)
                | (line.has('Z') ? Motion.Z : 0)
                | (line.has('E') ? Motion.E : 0);
    }

    /// Mach3's and machinekit's extrusion word is A.
    private static void extrusionWord(Line line) {
        if (!line.has('E') && line.has('A')) {
            line.values['E' - 'A'] = line.value('A');
            line.has |= 1 << 'E' - 'A';
        }
    }

    /// Klipper keeps track of where an excluded object would have led, and pushes nothing.
    private void excludedMove(Line line) {
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word)) {
                motion.setPosition(axis, motion.target(axis, line.value(word)));
            }
        }
        if (line.has('E')) {
            motion.extruders.pass(line.value('E'));
        }
    }

    private void noArc(Line line, long number) throws UnreadableJob {
        boolean moves = line.has('X') || line.has('Y') || line.has('Z') || line.has('E');
        if (moves) {
            deposits.doubt(
                    "doubtful", number, line.command(), "an arc without a centre, which firmwares leave out or not");
            motion.move(moveWords(line), line.value('X'), line.value('Y'), line.value('Z'), line.value('E'), number);
        }
    }

    private void bareWords(Line line, long number) throws UnreadableJob {
        line.readWords();
        examine(line, number);
        int moving = line.has & (AXES | 1);
        if (moving != 0 || (line.open & AXES) != 0) {
            drive(line, number);
        } else if (!line.flag('F')) {
            unknown(line, number);
        }
        if (line.next >= 0) {
            further(line, number);
        }
    }

    private void name(Line line, long number) throws UnreadableJob {
        String name = line.text(line.from, line.rest);
        if (calls.expand(name, number)) {
            return;
        }
        switch (Vocabulary.of(name)) {
            case EMERGENCY, POLL, HARMLESS, MACHINE, MOVE -> {}
            case PURGE -> deposits.note(line.command(), number, "purges beside the part");
            case SHAPE -> klipper.execute(name, line, number);
            case BENDING -> throw line.refusal("doubtful", number, "it bends the machine's geometry");
            case DRAWING -> calls.draw(line, number);
            case FILE -> calls.file(line, number);
            case UNKNOWN -> unknown(line, number);
        }
    }

    /// `@pause` is the host's own, and so are `%` round a program.
    private void other(Line line, long number) throws UnreadableJob {
        byte first = line.bytes[line.from];
        if (first == '@' || first == '%' || first == 0 && isNothing(line)) {
            return;
        }
        unknown(line, number);
    }

    private static boolean isNothing(Line line) {
        for (int at = line.from; at < line.to; at++) {
            if (line.bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }

    void unknown(Line line, long number) throws UnreadableJob {
        if (line.kind == Line.Kind.CODE && line.code >= 10_000) {
            throw line.refusal("doubtful", number, "the number is beyond what firmwares keep apart");
        }
        deposits.doubt("unknown-command", number, line.command(), UNKNOWN);
    }

    private void machineCoordinates(Line line, long number) throws UnreadableJob {
        offsets.selectMachine();
        if (line.has != 0 || line.next >= 0) {
            boolean words = line.has != 0;
            if (words) {
                drive(line, number);
            } else {
                line.readNext();
                execute(line, number);
            }
            offsets.settle();
        }
    }

    JobSummary end(long lines) throws UnreadableJob {
        calls.end();
        return deposits.summary(lines, branchesDraw);
    }
}
