package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NestedRfmKitTest extends StrategyKit {

  @Override
  protected SegmentationStrategy strategy() {
    return NestedRfm.quintiles();
  }

  /** Eight customers who differ in everything: two halves by recency, each halved by frequency, each by amount. */
  @Test
  void fit_eightCustomersTwoBins_everyCellHasOne() {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // the recent four buy seldom, so that cutting frequency over all would leave cells empty
      int purchases = i < 4 ? 1 + i : 11 + i;
      customers.add(
          Bases.customer("c" + i, i < 4 ? 10 + i : 90 + i, purchases, 1000L * (i % 2 + 1)));
    }
    RfmRules rules = RfmRules.standard();
    CustomerBase base = Bases.of(customers);
    NestedRfmModel model = NestedRfm.of(2, Binning.TIES_LOW, rules).fit(base);
    RfmModel independent = Rfm.builder().bins(2).build().fit(base);

    List<String> nested = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (int row = 0; row < 8; row++) {
      nested.add(model
          .score(
              base.customer(row), base.recencyDays(row), base.purchases(row), base.spendMinor(row))
          .toString());
      plain.add(independent.scores(base).score(row).toString());
    }
    assertThat(nested).containsExactly("211", "212", "221", "222", "111", "112", "121", "122");
    assertThat(plain).doesNotContain("221", "222", "111", "112");
    assertThat(model.notices()).isEmpty();
    assertThatThrownBy(() -> NestedRfm.of(1, Binning.TIES_LOW, rules))
        .hasMessageContaining("bins is 1");
  }

  @Test
  void explain_tenThousandCustomers_theDistanceChangesTheSegmentAndAHairLessDoesNot() {
    Random random = new Random(32);
    for (int i = 0; i < 50; i++) {
      CustomerBase base = Bases.of(random(random, 100));
      NestedRfmModel model = NestedRfm.quintiles().fit(base);
      RfmKitTest.Scoring scoring = (customer, days, purchases, cents) ->
          model.segment(model.score(customer, days, purchases, cents));
      for (int row = 0; row < base.size(); row++) {
        for (Reason reason : model.segment(base).explain(row).reasons()) {
          RfmKitTest.assertMoves(scoring, base, row, reason);
        }
      }
    }
  }
}
