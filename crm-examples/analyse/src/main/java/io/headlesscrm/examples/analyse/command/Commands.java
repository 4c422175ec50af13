package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.segmentation.abc.Boundary;
import io.headlesscrm.segmentation.rfm.Binning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands under one name, with one way to report what went wrong: a sentence on standard error. */
@Command(
    name = "crm",
    mixinStandardHelpOptions = true,
    version = "Headless CRM",
    description =
        "From an export of purchases to customer segments, churn probabilities and a report.",
    subcommands = {
      AnalyseCommand.class,
      ColumnsCommand.class,
      RfmCommand.class,
      AbcCommand.class,
      SummariesCommand.class,
      FitCommand.class,
      PredictCommand.class,
      GenerateCommand.class
    })
public final class Commands {

  private Commands() {}

  /**
   * The command line, ready to execute.
   *
   * @return with all commands, converters and error handlers
   */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Commands());
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    return line.registerConverter(TimeScale.class, TimeScale::parse)
        .registerConverter(ReturnsPolicy.class, ReturnsPolicy::parse)
        .registerConverter(ModelName.class, ModelName::parse)
        .registerConverter(Binning.class, Binning::parse)
        .registerConverter(Boundary.class, Boundary::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, result) -> report(failure, command));
  }

  private static int report(Exception failure, CommandLine command) {
    if (failure instanceof IllegalArgumentException
        || failure instanceof IOException
        || failure instanceof UncheckedIOException) {
      command.getErr().println(sentence(failure));
      return ExitCode.USAGE;
    }
    if (failure instanceof IllegalStateException) {
      command.getErr().println(sentence(failure));
      return ExitCode.NO_ANSWER;
    }
    failure.printStackTrace(command.getErr());
    return ExitCode.NO_ANSWER;
  }

  private static String sentence(Exception failure) {
    if (failure.getCause() instanceof IOException cause) {
      return sentence(cause);
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file.";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
