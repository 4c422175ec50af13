package io.headlesscrm.examples.benchmarks;

import java.util.List;

/**
 * One row of the comparison.
 *
 * @param title what is done
 * @param customers on how many; 0 for all of the file
 * @param ours the benchmark of the library
 * @param parallel whether the library can use several threads for it
 * @param rival whom it is compared with
 * @param goal what is to be reached
 */
record Step(String title, int customers, String ours, boolean parallel, Rival rival, Goal goal) {

  private static final int MILLION = 1_000_000;
  private static final int SAMPLE = 2_357;
  private static final int WHOLE = 23_570;

  static List<Step> all() {
    return List.of(
        new Step(
            "CSV to grouped log / to table as it comes",
            0,
            library("read"),
            true,
            duckDb("read"),
            times(1)),
        new Step(
            "CSV to grouped log / to sorted table",
            0,
            library("read"),
            true,
            duckDb("readGrouped"),
            new Goal.Nothing()),
        new Step(
            "grouping of rows in memory / of the table",
            0,
            library("group"),
            true,
            duckDb("group"),
            times(5)),
        new Step(
            "RFM summary / from the table as read",
            0,
            library("summarise"),
            false,
            duckDb("summarise"),
            times(20)),
        new Step(
            "RFM summary / from the sorted table",
            0,
            library("summarise"),
            false,
            duckDb("summariseGrouped"),
            new Goal.Nothing()),
        new Step(
            "three scores, segment and ABC class",
            0,
            library("score"),
            false,
            duckDb("score"),
            times(20)),
        new Step(
            "BG/NBD: histories counted, model fitted",
            0,
            library("fit"),
            true,
            new Rival.Nobody(),
            new Goal.Nothing()),
        new Step(
            "BG/NBD, as many simulated customers",
            0,
            library("fitLarge"),
            true,
            lifetimes(14_400, MILLION),
            times(50)),
        new Step(
            "P(no purchase in 90 days)",
            0,
            library("predict"),
            false,
            lifetimes(560, MILLION),
            times(10)),
        new Step(
            "BG/NBD, 23,570 simulated customers",
            WHOLE,
            library("fitMedium"),
            false,
            lifetimes(310, WHOLE),
            times(10)),
        new Step(
            "BG/NBD, 2,357 simulated customers",
            SAMPLE,
            library("fitSmall"),
            false,
            lifetimes(130, SAMPLE),
            times(30)),
        new Step(
            "BG/NBD, the CDNOW sample",
            SAMPLE,
            library("fitCdnow"),
            false,
            lifetimes(130, SAMPLE),
            times(30)),
        new Step(
            "Pareto/NBD, as many simulated customers",
            0,
            library("fitParetoLarge"),
            true,
            new Rival.Nobody(),
            new Goal.AtMost(3e9)),
        new Step(
            "Pareto/NBD, the CDNOW sample",
            SAMPLE,
            library("fitParetoCdnow"),
            false,
            new Rival.Quoted("CLVTools", 460, SAMPLE),
            new Goal.AtMost(60e6)),
        new Step(
            "Gamma-Gamma, the CDNOW sample",
            SAMPLE,
            library("fitSpendCdnow"),
            false,
            new Rival.Nobody(),
            new Goal.AtMost(10e6)),
        new Step(
            "Online Retail: lines to baskets / to table",
            0,
            library("readRetail"),
            false,
            duckDb("readRetail"),
            new Goal.Nothing()),
        new Step(
            "Online Retail: pairs in 1 % of the baskets",
            0, library("pairsOfRetail"), false, duckDb("pairsOfRetail"), new Goal.Nothing()),
        new Step(
            "Online Retail: rules at 1 % and 50 %, any length",
            0, library("rulesOfRetail"), false, new Rival.Nobody(), new Goal.Nothing()),
        oneCustomer("hot", "compactHot", new Goal.AtMost(100)),
        oneCustomer("at random", "compactRandom", new Goal.AtMost(300)),
        oneCustomer("at random, a thousand at a time", "compactBatch", new Goal.AtMost(300)),
        oneCustomer("hot, with its summary", "hot", new Goal.Nothing()),
        oneCustomer("at random, with its summary", "random", new Goal.Nothing()));
  }

  private static Step oneCustomer(String how, String method, Goal goal) {
    return new Step(
        "one customer updated and scored, " + how,
        1,
        "OneCustomer." + method,
        false,
        new Rival.Nobody(),
        goal);
  }

  private static String library(String method) {
    return "LibrarySteps." + method;
  }

  private static Rival duckDb(String method) {
    return new Rival.Measured("DuckDbSteps." + method);
  }

  private static Rival lifetimes(double millis, int customers) {
    return new Rival.Quoted("lifetimes", millis, customers);
  }

  private static Goal times(double times) {
    return new Goal.Ratio(times);
  }
}
