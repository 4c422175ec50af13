package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * The outcome of a fit: a model with its diagnostics, or the reason why the data allow none. What depends on the data
 * is a value here, never an exception.
 *
 * @param <M> the model
 */
public sealed interface FitResult<M> {

  /**
   * The model, for callers who can do nothing without one.
   *
   * @return the model, also when it has verdicts below ERROR
   * @throws IllegalStateException when there is no model or a verdict forbids its use; the message is that verdict
   */
  M orThrow();

  /**
   * What the fit has to say about itself.
   *
   * @return the gravest first; for a fit without a model the one that says why
   */
  List<Verdict> verdicts();

  /**
   * The same outcome with another form of the model.
   *
   * @param form makes it
   * @param <N> the other form
   * @return a new result
   */
  <N> FitResult<N> map(Function<? super M, ? extends N> form);

  /**
   * The data gave a model.
   *
   * @param model frozen
   * @param diagnostics how the fit went
   * @param <M> the model
   */
  record Fitted<M>(M model, FitDiagnostics diagnostics) implements FitResult<M> {

    public Fitted {
      requireNonNull(model, "model");
      requireNonNull(diagnostics, "diagnostics");
    }

    @Override
    public M orThrow() {
      for (Verdict verdict : verdicts()) {
        if (verdict.severity() == Verdict.Severity.ERROR) {
          throw new IllegalStateException(verdict.toString());
        }
      }
      return model;
    }

    @Override
    public List<Verdict> verdicts() {
      return diagnostics.verdicts();
    }

    @Override
    public <N> FitResult<N> map(Function<? super M, ? extends N> form) {
      return new Fitted<>(form.apply(model), diagnostics);
    }
  }

  /**
   * The data allow no model.
   *
   * @param verdict why
   * @param <M> the model that was asked for
   */
  record NotFitted<M>(Verdict verdict) implements FitResult<M> {

    public NotFitted {
      requireNonNull(verdict, "verdict");
    }

    @Override
    public M orThrow() {
      throw new IllegalStateException(verdict.toString());
    }

    @Override
    public List<Verdict> verdicts() {
      return List.of(verdict);
    }

    @Override
    public <N> FitResult<N> map(Function<? super M, ? extends N> form) {
      return new NotFitted<>(verdict);
    }
  }
}
