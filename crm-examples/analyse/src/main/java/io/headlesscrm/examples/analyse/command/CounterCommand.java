package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.examples.analyse.counter.CounterDay;
import io.headlesscrm.examples.analyse.report.Language;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells a day at the counter of a made-up express company. */
@Command(
    name = "counter",
    description =
        "Tell a day at the counter of a made-up express company: who is new, who is back, what is merged and handed over.")
public final class CounterCommand implements Callable<Integer> {

  @Option(
      names = "--lang",
      description = "Language of the reasons: en or zh. Default: ${DEFAULT-VALUE}.",
      defaultValue = "en")
  private String language = "en";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    new CounterDay(out::println, Language.parse(language).locale()).run();
    out.flush();
    return ExitCode.OK;
  }
}
