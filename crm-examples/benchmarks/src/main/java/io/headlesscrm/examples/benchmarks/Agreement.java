package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.ScopeTotals;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.basket.ItemSet;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.rfm.RfmScores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Shows that both sides did the same work, customer by customer. */
final class Agreement {

  private final Workbench workbench;
  private final DuckDb duckDb;

  Agreement(Workbench workbench) {
    this.workbench = workbench;
    this.duckDb = workbench.duckDb();
  }

  List<Check> checks() throws SQLException {
    ScopeTotals totals = workbench.log().totals(ReturnsPolicy.SALES);
    List<Check> checks = new ArrayList<>();
    for (String table : List.of("purchases", "grouped", "read_grouped")) {
      checks.add(check("rows of " + table, totals.purchases(), "count(*)", table));
      checks.add(
          check("customers of " + table, totals.customers(), "count(DISTINCT customer_id)", table));
      checks.add(check("amount of " + table, totals.total().toDecimal(), "sum(amount)", table));
    }
    for (String table : List.of("summaries", "summaries_of_grouped")) {
      checks.add(alike(
          "customers in " + table + " with the same recency, frequency, amount",
          "SELECT recency, frequency, (100 * monetary)::BIGINT FROM " + table
              + " ORDER BY customer_id",
          this::isSameSummary));
    }
    checks.add(alike(
        "customers with the same three scores and ABC class",
        "SELECT r, f, m, abc FROM scores ORDER BY customer_id",
        scoredAlike()));
    if (workbench.findRetail().isPresent()) {
      checks.addAll(pairs(workbench.retail().pairs()));
    }
    return checks;
  }

  private List<Check> pairs(List<ItemSet> ours) throws SQLException {
    int[] row = {0};
    int[] same = {0};
    long theirs = duckDb.forEach(
        "SELECT item, other, together FROM pairs ORDER BY item, other",
        pair -> same[0] += row[0] < ours.size() && isSamePair(ours.get(row[0]++), pair) ? 1 : 0);
    String size = String.valueOf(ours.size());
    return List.of(
        new Check("pairs of items in 1 % of the baskets", size, String.valueOf(theirs)),
        new Check("pairs of the same items and count", size, String.valueOf(same[0])));
  }

  private static boolean isSamePair(ItemSet ours, ResultSet theirs) throws SQLException {
    return ours.items().equals(List.of(theirs.getString(1), theirs.getString(2)))
        && ours.count() == theirs.getInt(3);
  }

  private RowMatcher scoredAlike() {
    CustomerBase base = workbench.base();
    RfmScores scores = Rfm.quintiles().fit(base).scores(base);
    Segmentation abc = Abc.byValue().segment(base);
    return (row, theirs) -> scores.r(row) == theirs.getInt(1)
        && scores.f(row) == theirs.getInt(2)
        && scores.m(row) == theirs.getInt(3)
        && abc.segment(row).code().equals(theirs.getString(4));
  }

  private Check check(String figure, Object ours, String expression, String table)
      throws SQLException {
    String theirs = duckDb.single("SELECT " + expression + " FROM " + table);
    return new Check(figure, ours.toString(), theirs);
  }

  /** How many rows of a query in the order of customers are as ours; all of them should be. */
  private Check alike(String figure, String query, RowMatcher matcher) throws SQLException {
    int[] row = {0};
    int[] same = {0};
    duckDb.forEach(query, theirs -> same[0] += matcher.matches(row[0]++, theirs) ? 1 : 0);
    return new Check(figure, String.valueOf(workbench.base().size()), String.valueOf(same[0]));
  }

  private boolean isSameSummary(int row, ResultSet theirs) throws SQLException {
    CustomerBase base = workbench.base();
    return base.recencyDays(row) == theirs.getInt(1)
        && base.purchases(row) == theirs.getInt(2)
        && base.spendMinor(row) == theirs.getLong(3);
  }

  private interface RowMatcher {
    boolean matches(int row, ResultSet theirs) throws SQLException;
  }
}
