package io.headlesscrm.churn.evaluation;

import io.headlesscrm.churn.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a back-test found out at one date.
 *
 * @param outcome what happened
 * @param judgements one per scorer, the models in the order in which they were added, then the baselines; a model that
 *     the data do not allow is missing
 * @param verdicts what each model's fit has to say, also of those that are missing
 */
public record BacktestReport(
    Outcome outcome, List<Judgement> judgements, Map<String, List<Verdict>> verdicts) {

  public BacktestReport {
    judgements = List.copyOf(judgements);
    verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
  }

  /**
   * The judgement of one scorer.
   *
   * @param name of a model or a baseline
   * @return empty when it was not fitted
   */
  public Optional<Judgement> findJudgement(String name) {
    return judgements.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
