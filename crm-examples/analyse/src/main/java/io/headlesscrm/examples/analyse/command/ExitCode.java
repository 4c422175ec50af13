package io.headlesscrm.examples.analyse.command;

/** What the program tells the shell. */
public final class ExitCode {

  /** It worked; a fit with verdicts worked too. */
  public static final int OK = 0;

  /** The data gave no answer. */
  public static final int NO_ANSWER = 1;

  /** The command line or a file named on it is wrong. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
