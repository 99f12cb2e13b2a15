package org.maskguard.suite;

import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.suite.bench.GenerateCommand;
import org.maskguard.suite.profiles.ProfilesCommand;
import org.maskguard.suite.report.ReportCommand;
import org.maskguard.suite.run.RunCommand;
import org.maskguard.suite.slicing.AgreeCommand;
import org.maskguard.suite.slicing.SliceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What stands before the commands on files to try a guard with.
@Command(
        name = "suite",
        header = "Writes files to try a guard with.",
        description = {
            "",
            "Those of 'reference' and 'samples' are made from code, show no person, and are the same bytes on every"
                    + " machine: 'reference' is for a first look and for proving that an installation works, 'samples'"
                    + " for seeing where the line is drawn. 'run' measures a guard, ours or any other, with the reference"
                    + " suite and reports; 'generate' writes the suite's files. 'slice' makes print jobs of the training data with real"
                    + " slicers, and 'agree' measures a guard with them. 'profiles' slices a cube with every printer that"
                    + " these slicers know.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite reference --out reference",
            "      a file that must be refused, and its twin that must not",
            "  maskguard suite samples --out samples",
            "      a mask, a bust, a respirator, a bracket and more"
        })
final class SuiteCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    /// The command with those below it.
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new SuiteCommand())
                .addSubcommand(new ReferenceCommand(terminal))
                .addSubcommand(new SamplesCommand(terminal))
                .addSubcommand(new GenerateCommand(terminal))
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new SliceCommand(terminal))
                .addSubcommand(new AgreeCommand(terminal))
                .addSubcommand(new ProfilesCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
