package io.headlesscrm.examples.analyse;

/** Entry point of the program. */
public final class Main {

  private Main() {}

  /**
   * Runs the program.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {}
}
