package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.bgbb.Cadence;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.csv.DateOrder;
import io.headlesscrm.core.purchase.csv.UnreadableCsvException;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.segmentation.abc.Boundary;
import io.headlesscrm.segmentation.basket.Correction;
import io.headlesscrm.segmentation.rfm.Binning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

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
      MigrateCommand.class,
      RulesCommand.class,
      SummariesCommand.class,
      FitCommand.class,
      PredictCommand.class,
      ClvCommand.class,
      CounterCommand.class,
      BacktestCommand.class,
      WarnCommand.class,
      PropensityCommand.class,
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
    return line.registerConverter(TimeScale.class, checked(TimeScale::parse))
        .registerConverter(Cadence.class, checked(Cadence::parse))
        .registerConverter(ReturnsPolicy.class, checked(ReturnsPolicy::parse))
        .registerConverter(ModelName.class, checked(ModelName::parse))
        .registerConverter(Binning.class, checked(Binning::parse))
        .registerConverter(Correction.class, checked(Correction::parse))
        .registerConverter(Boundary.class, checked(Boundary::parse))
        .registerConverter(DateOrder.class, checked(Commands::dateOrder))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((failure, arguments) -> misused(failure))
        .setExecutionExceptionHandler((failure, command, result) -> report(failure, command));
  }

  /** Lets the sentence of our own parsers through, instead of the name of a class. */
  private static <T> ITypeConverter<T> checked(Function<String, T> parser) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(sentence(e));
      }
    };
  }

  private static DateOrder dateOrder(String name) {
    return switch (name) {
      case "day-first" -> DateOrder.DAY_FIRST;
      case "month-first" -> DateOrder.MONTH_FIRST;
      default ->
        throw new IllegalArgumentException(
            "order is \"" + name + "\", it must be day-first or month-first");
    };
  }

  private static int misused(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println(sentence(failure));
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int report(Exception failure, CommandLine command) {
    if (failure instanceof IllegalStateException) {
      command.getErr().println(sentence(failure));
      return ExitCode.NO_ANSWER;
    }
    if (isAboutInput(failure)) {
      command.getErr().println(sentence(failure));
      return ExitCode.USAGE;
    }
    failure.printStackTrace(command.getErr());
    return ExitCode.NO_ANSWER;
  }

  private static boolean isAboutInput(Exception failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof UnreadableCsvException
        || failure instanceof IOException
        || failure instanceof UncheckedIOException;
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
