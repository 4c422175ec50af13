package io.headlesscrm.examples.erp.unit;

import io.headlesscrm.core.storage.ContendedUnitException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement failed. What the driver said is withheld, because drivers quote the values of a row; its SQL state, its
 * code and the place of the failure are in the cause.
 */
public final class SqlFailedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * PostgreSQL and the standard: serialisation failure, deadlock, lock not available; H2: lock timeout, concurrent
   * update.
   */
  private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

  private SqlFailedException(SQLException cause) {
    super(
        "a statement failed with SQL state " + cause.getSQLState() + " and code "
            + cause.getErrorCode()
            + ". Maybe the database is not there, or its schema is older than the program?",
        cause);
  }

  /**
   * The exception that tells a caller of the library of a failed statement.
   *
   * @param failure as the driver threw it
   * @return a {@link ContendedUnitException} when the same work may succeed in another unit
   */
  public static IllegalStateException of(SQLException failure) {
    SQLException bare = withoutMessage(failure);
    return isContention(failure) ? new ContendedUnitException(bare) : new SqlFailedException(bare);
  }

  private static SQLException withoutMessage(SQLException failure) {
    SQLException bare = new SQLException(
        "the driver's message is withheld", failure.getSQLState(), failure.getErrorCode());
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }

  /** A failed batch has the failure of its statement behind its own. */
  private static boolean isContention(@Nullable SQLException failure) {
    return failure != null
        && (isContentionState(failure.getSQLState()) || isContention(failure.getNextException()));
  }

  private static boolean isContentionState(@Nullable String state) {
    return state != null && CONTENTION.contains(state);
  }
}
