package io.headlesscrm.churn.json;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.time.TimeScale;
import java.util.Map;
import java.util.Optional;

/** What a file of version 1 holds of a model, whatever its kind. */
record ModelDocument(
    String model, TimeScale unit, Map<String, Double> parameters, Optional<Provenance> provenance) {

  double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new ModelFileException("a file of the model \"" + model
          + "\" must have the parameter \"" + name + "\", this one has " + parameters.keySet());
    }
    return value;
  }
}
