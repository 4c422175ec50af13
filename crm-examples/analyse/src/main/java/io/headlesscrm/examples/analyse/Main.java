package io.headlesscrm.examples.analyse;

import io.headlesscrm.examples.analyse.command.Commands;

/** Entry point of the program: reads the command line, runs one command, answers with an exit code. */
public final class Main {

  private Main() {}

  /**
   * Runs the program and ends the process.
   *
   * @param arguments the command line; {@code --help} explains it
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs the program.
   *
   * @param arguments the command line
   * @return 0 when it worked, 1 when the data gave no answer, 2 when the command line or a file on it is wrong
   */
  public static int run(String... arguments) {
    return Commands.commandLine().execute(arguments);
  }
}
