package org.maskguard.gcode;

import org.maskguard.gcode.Configuration.Macro;

/// The printer's modal state: what each command changes, and what becomes of commands that are not understood.
final class Machine {

    private static final String UNKNOWN = "the command is unknown and could draw";
    private static final String DRAWS = "the command draws by the printer's own plan";

    private final Configuration configuration;
    final Deposits deposits;
    final Motion motion;
    private final Extruders extruders;
    private final Offsets offsets;
    private final Curves curves;
    private final Objects objects;
    private final Temperature temperature;
    private final KlipperWords klipper;
    private final Scripts scripts;

    private final double[] savedX = new double[16];
    private final double[] savedY = new double[16];
    private final double[] savedZ = new double[16];
    private int saved;

    private boolean relativeExtruder;
    private double retractLift;
    private boolean volumetric;

    /// The last of G0 to G3 and G5: what bare words repeat.
    int modal = 1;

    /// How deep in branches that a printer may skip.
    private boolean branch;

    private boolean branchesDraw;
    private long filesCalled;
    private String fileCalled;

    Machine(Configuration configuration, JobLimits limits, DepositSink sink, Scripts scripts) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.deposits = new Deposits(sink, limits.beads());
        this.motion = new Motion(configuration, limits, deposits);
        this.extruders = motion.extruders;
        this.offsets = new Offsets(motion);
        this.curves = new Curves(motion);
        this.objects = new Objects(configuration.excludesObjects());
        this.temperature = new Temperature(configuration.coldBelow());
        this.klipper = new KlipperWords(this, offsets, objects);
    }

    /// Whether moves may be taken on the short way, past [#execute(Line, long)].
    boolean isPlain() {
        return !objects.isExcluded() && !branch;
    }

    /// @param number the line's, in the job
    void execute(Line line, long number) throws UnreadableJob {
        if (line.kind != Line.Kind.CODE && line.hasStrangeBytes() && !isNothing(line)) {
            throw refusal("bad-byte", line, number, "it holds bytes that firmwares read differently");
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
        if (!configuration.macros().isEmpty() && expanded(line.command(), number)) {
            return;
        }
        Vocabulary.Kind kind = Vocabulary.of(line.letter, line.code);
        switch (kind) {
            case EMERGENCY, POLL, HARMLESS, MACHINE -> passed(line, number);
            case PURGE -> deposits.note(line.command(), number, "purges beside the part");
            case MOVE, SHAPE -> shape(line, number);
            case BENDING -> throw refusal("doubtful", line, number, "it bends the machine's geometry");
            case DRAWING -> draws(line, number);
            case FILE -> file(line, number);
            case UNKNOWN -> unknown(line, number);
        }
    }

    /// Nothing to do, unless a further command stands in the same line.
    private void passed(Line line, long number) throws UnreadableJob {
        if (Vocabulary.isText(line.letter, line.code)) {
            return;
        }
        line.readWords();
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
        switch (line.letter) {
            case 'G' -> g(line, number);
            case 'M' -> m(line, number);
            default -> tool(line.code);
        }
        if (line.next >= 0) {
            further(line, number);
        }
    }

    /// What a stricter firmware would read otherwise is as an unknown command, and what is no number is none
    /// anywhere.
    private void examine(Line line, long number) throws UnreadableJob {
        if (line.notNumber) {
            throw refusal("bad-number", line, number, "a word's value is no number");
        }
        if (line.hasStrangeBytes()) {
            throw refusal("bad-byte", line, number, "it holds bytes that firmwares read differently");
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
            case 10 -> g10(line);
            case 11 -> recover(number);
            case 17, 18, 19 -> curves.plane = line.code;
            case 20 -> unit(25.4);
            case 21 -> unit(1);
            case 28 -> offsets.homed(line);
            case 50 -> motion.frame.clearScale();
            case 51 -> scale(line);
            case 52 -> offsets.local(line);
            case 53 -> machineCoordinates(line, number);
            case 54, 55, 56, 57, 58 -> offsets.select(line.code - 54);
            case 59 -> offsets.select(5 + Math.min(line.sub, 3));
            case 60 -> savePosition((int) line.value('S', 0));
            case 61 -> restorePosition(line, number);
            case 68 -> rotate(line);
            case 69 -> motion.frame.clearRotation();
            case 90, 91 -> distance(line);
            case 92 -> {
                if (line.sub == 0) {
                    offsets.set(line);
                } else {
                    offsets.reset(line.sub);
                }
            }
            default -> unknown(line, number);
        }
    }

    private void m(Line line, long number) throws UnreadableJob {
        switch (line.code) {
            case 82, 83 -> {
                relativeExtruder = line.code == 83;
                settleExtruder();
            }
            case 92 -> steps(line, number);
            case 101 -> extruders.setOn(true);
            case 102, 103 -> extruders.setOn(false);
            case 104, 109, 302, 568 -> {
                temperature.hear(line);
                motion.suspect = temperature.suspect();
                motion.dry = temperature.isSurelyCold();
            }
            case 111 -> {
                if (((int) line.value('S', 0) & 8) != 0) {
                    throw refusal("doubtful", line, number, "a dry run, which some firmwares print");
                }
            }
            case 200 -> volumetric(line);
            case 206 -> offsets.setHome(line);
            case 207 -> {
                extruders.setRetraction(line.value('S', 3) * motion.unit);
                retractLift = line.has('Z') ? line.value('Z') * motion.unit : retractLift;
            }
            case 208 -> extruders.setExtra(line.value('S', 0) * motion.unit);
            case 218 -> offsets.setTool(line, (int) line.value('T', line.value('P', 1)));
            case 221 -> {
                if (line.has('S')) {
                    extruders.setFlow((int) line.value('T', extruders.tool()), line.value('S') / 100);
                }
            }
            case 290 -> offsets.baby(line);
            case 486 -> objects.m486(line);
            case 579 -> axisScales(line);
            case 622 -> branch = true;
            case 623 -> branch = false;
            case 808 -> scripts.repeat(line, number);
            default -> {}
        }
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
                throw refusal("doubtful", line, number, "it prints an excluded object, which some firmwares leave out");
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
        if (line.has('E') && !relativeExtruder && !motion.relative) {
            extruders.setPosition(line.value('E'));
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
        if (expanded(name, number)) {
            return;
        }
        switch (Vocabulary.of(name)) {
            case EMERGENCY, POLL, HARMLESS, MACHINE, MOVE -> {}
            case PURGE -> deposits.note(line.command(), number, "purges beside the part");
            case SHAPE -> klipper.execute(name, line, number);
            case BENDING -> throw refusal("doubtful", line, number, "it bends the machine's geometry");
            case DRAWING -> draws(line, number);
            case FILE -> file(line, number);
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
            throw refusal("doubtful", line, number, "the number is beyond what firmwares keep apart");
        }
        deposits.doubt("unknown-command", number, line.command(), UNKNOWN);
    }

    private void draws(Line line, long number) throws UnreadableJob {
        if (line.kind == Line.Kind.CODE && line.letter == 'M') {
            line.readWords();
            if (line.quoteFrom >= 0 && expanded(line.text(line.quoteFrom, line.quoteTo), number)) {
                return;
            }
            remember(line, number);
        }
        deposits.doubt("unknown-command", number, line.command(), DRAWS);
    }

    private void remember(Line line, long number) {
        if (fileCalled == null) {
            fileCalled = line.command();
            filesCalled = number;
        }
    }

    /// The job starts, stores or chooses another file: what that holds is not here, unless the configuration has
    /// it.
    private void file(Line line, long number) throws UnreadableJob {
        String name = line.rest()
                .replaceFirst("^(?i:FILENAME=)", "")
                .replace("\"", "")
                .strip();
        if (!name.isEmpty() && expanded(name, number)) {
            return;
        }
        boolean bare = line.kind == Line.Kind.CODE && line.rest == line.to;
        if (bare && (line.code == 30 || line.code == 29)) {
            return;
        }
        throw refusal("missing-body", line, number, "it runs or writes another file, whose lines are not here");
    }

    private boolean expanded(String name, long number) throws UnreadableJob {
        Macro macro = configuration.macros().get(name.toUpperCase(java.util.Locale.ROOT));
        if (macro == null) {
            return false;
        }
        switch (macro.kind()) {
            case HARMLESS -> {}
            case EXPANDED -> scripts.run(macro.body(), name, number);
            case DRAWS ->
                throw new UnreadableJob(
                        "missing-body",
                        number,
                        name,
                        "line " + number + ": " + name + ": the configuration says that it draws, and not where");
        }
        return true;
    }

    void tool(int number) {
        if (extruders.select(number)) {
            offsets.chosen(number);
            settleLift();
        }
    }

    private void unit(double mm) {
        motion.unit = mm;
        extruders.setUnit(mm);
    }

    private void distance(Line line) {
        if (line.sub == 1) {
            curves.absoluteCentre = line.code == 90;
            return;
        }
        motion.relative = line.code == 91;
        settleExtruder();
    }

    /// As Klipper and Marlin 1 have it: an extrusion word is absolute only where both modes are.
    private void settleExtruder() {
        extruders.setRelative(relativeExtruder || motion.relative);
    }

    void setModes(boolean relative, boolean extruderRelative) {
        motion.relative = relative;
        relativeExtruder = extruderRelative;
        settleExtruder();
    }

    boolean isExtruderRelative() {
        return relativeExtruder;
    }

    private void volumetric(Line line) {
        if (line.has('D')) {
            double diameter = line.value('D') * motion.unit;
            volumetric = diameter > 0;
            if (diameter > 0) {
                extruders.setDiameter((int) line.value('T', extruders.tool()), diameter);
            }
        }
        if (line.has('S')) {
            volumetric = line.value('S') != 0;
        }
        extruders.setVolumetric(volumetric, motion.unit);
    }

    /// G10: a workplace or tool offset where it has L or P, a retraction else.
    private void g10(Line line) {
        if (line.has('L')) {
            if (line.value('L') == 2 || line.value('L') == 20) {
                offsets.define(line);
            } else if (line.value('L') == 1) {
                offsets.setTool(line, (int) line.value('P', 0));
            }
        } else if (line.has('P')) {
            if (line.has('X') || line.has('Y') || line.has('Z')) {
                offsets.setTool(line, (int) line.value('P'));
            }
        } else {
            extruders.retract();
            settleLift();
        }
    }

    private void recover(long number) throws UnreadableJob {
        double volume = extruders.recover();
        settleLift();
        motion.dot(volume, number);
    }

    private void settleLift() {
        if (retractLift != 0) {
            motion.frame.setLift(extruders.isRetracted() ? retractLift : 0);
            motion.setPosition(2, motion.z);
        }
    }

    /// G51: Fanuc's has factors I J K or P about X Y Z; Mach3's has the factors in X Y Z. G51.1 mirrors about X Y
    /// Z.
    private void scale(Line line) {
        boolean aboutPoint = line.has('P') || line.has('I') || line.has('J') || line.has('K');
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            double about = motion.offset(axis) + line.value(word, 0) * motion.unit;
            if (line.sub == 1) {
                if (line.has(word)) {
                    motion.frame.setScale(axis, -1, about);
                }
            } else if (aboutPoint) {
                motion.frame.setScale(axis, line.value((char) ('I' + axis), line.value('P', 1)), about);
            } else if (line.has(word)) {
                motion.frame.setScale(axis, line.value(word), motion.offset(axis));
            }
        }
    }

    private void rotate(Line line) {
        double[] about = {
            motion.offset(0) + line.value('X', line.value('A', 0)) * motion.unit,
            motion.offset(1) + line.value('Y', line.value('B', 0)) * motion.unit,
            motion.offset(2) + line.value('Z', 0) * motion.unit
        };
        motion.frame.rotate(curves.plane, about, line.value('R', 0));
    }

    private void axisScales(Line line) {
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word)) {
                motion.frame.setAxisScale(axis, line.value(word));
            }
        }
    }

    /// An axis whose steps change after material landed has grown by a factor that only the printer knows.
    private void steps(Line line, long number) {
        for (int axis = 0; axis < 4; axis++) {
            char word = axis == 3 ? 'E' : (char) ('X' + axis);
            if (line.has(word)) {
                if (axis < 3 && !offsets.knowsSteps(axis)) {
                    deposits.doubt("doubtful", number, "M92", "it changes the size that is printed");
                }
                offsets.setSteps(axis, line.value(word));
            }
        }
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

    private void savePosition(int slot) {
        if (slot >= 0 && slot < savedX.length) {
            savedX[slot] = motion.x;
            savedY[slot] = motion.y;
            savedZ[slot] = motion.z;
            saved |= 1 << slot;
        }
    }

    /// Marlin's G61; in NIST's language the same word asks for exact stops, and nothing was saved then.
    private void restorePosition(Line line, long number) throws UnreadableJob {
        int slot = (int) line.value('S', 0);
        if (slot < 0 || slot >= savedX.length || (saved & 1 << slot) == 0) {
            return;
        }
        boolean all = !line.flag('X') && !line.flag('Y') && !line.flag('Z');
        motion.step(
                all || line.flag('X') ? savedX[slot] : motion.x,
                all || line.flag('Y') ? savedY[slot] : motion.y,
                all || line.flag('Z') ? savedZ[slot] : motion.z,
                0,
                number);
    }

    private static UnreadableJob refusal(String code, Line line, long number, String why) {
        String command = line.command();
        return new UnreadableJob(code, number, command, "line " + number + ": " + command + ": " + why);
    }

    JobSummary end(long lines) throws UnreadableJob {
        if (deposits.count() == 0 && fileCalled != null) {
            throw new UnreadableJob(
                    "missing-body",
                    filesCalled,
                    fileCalled,
                    "line " + filesCalled + ": " + fileCalled + ": the job prints only what another file holds");
        }
        return deposits.summary(lines, branchesDraw);
    }
}
