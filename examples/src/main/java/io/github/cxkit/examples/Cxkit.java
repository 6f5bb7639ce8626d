package io.github.cxkit.examples;

import io.github.cxkit.examples.recovery.RecoveryCommand;
import io.github.cxkit.examples.report.ReportCommand;
import io.github.cxkit.examples.times.TimesCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command-line program; without arguments it runs a report on a bundled, made-up survey. */
@Command(
        name = "cxkit",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Measures customer experience from files of survey answers and of cases, and says how sure it is.",
        subcommands = {ReportCommand.class, TimesCommand.class, RecoveryCommand.class})
public final class Cxkit {

    /** What runs when no arguments are given. */
    private static final String[] SAMPLE_RUN = {"report", "--by", "channel", "--by", "touchpoint"};

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused") // the command line reads it
    private boolean help;

    private Cxkit() {}

    /**
     * Runs the program; the process ends with its exit code.
     *
     * @param args a command and its options
     */
    public static void main(String[] args) {
        PrintWriter err = utf8(System.err);
        int exitCode = run(utf8(System.out), err, args);
        if (System.out.checkError()) {
            complain(err, "the output could not be written");
            exitCode = CommandFailure.UNREADABLE;
        }
        // Other tools may run this method in their own process: do not end that without need.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * Runs the program.
     *
     * @param out where results go
     * @param err where errors and progress go
     * @param args a command and its options
     * @return the exit code: 0 if all went well
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Cxkit())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Cxkit::explainUsage)
                .setExecutionExceptionHandler(Cxkit::explain);
        if (args.length == 0) {
            out.println("This is \"cxkit " + String.join(" ", SAMPLE_RUN) + "\" on a bundled, made-up survey.");
            out.println("For a file of your own: \"cxkit report FILE\"; for all options: \"cxkit report --help\".");
            out.println(
                    "For how long customers wait: \"cxkit times\"; for how fairly failures were put right: \"cxkit recovery\".");
            out.println("Both have a sample of their own, too.");
            out.println();
        }
        int exitCode = commandLine.execute(args.length == 0 ? SAMPLE_RUN : args);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    private static int explainUsage(ParameterException problem, String[] args) {
        String advice = "";
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            advice = suggestions.isEmpty() ? "" : " Maybe " + suggestions.get(0) + ".";
        }
        CommandLine called = problem.getCommandLine();
        complain(
                called.getErr(),
                problem.getMessage() + "." + advice + " See \""
                        + called.getCommandSpec().qualifiedName() + " --help\".");
        return CommandFailure.USAGE;
    }

    private static int explain(Exception problem, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        if (problem instanceof CommandFailure failure) {
            complain(commandLine.getErr(), String.valueOf(failure.getMessage()));
            return failure.exitCode();
        }
        throw problem;
    }

    private static void complain(PrintWriter err, String message) {
        err.println("cxkit: " + message.replaceAll("[.]?\\R", ". "));
        err.flush();
    }
}
