package io.headlesscrm.churn;

import java.util.Map;

/**
 * A model that is its parameters: the same with other parameters predicts otherwise, which is how the uncertainty of the
 * parameters becomes that of a prediction.
 *
 * @param <P> the model
 */
public interface Parametric<P> {

  /**
   * The parameters by name.
   *
   * @return each above 0, in the order of the literature
   */
  Map<String, Double> parameters();

  /**
   * The same model with other parameters.
   *
   * @param parameters one value above 0 for each name
   * @return a new model, without provenance
   */
  P withParameters(Map<String, Double> parameters);
}
