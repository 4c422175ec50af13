package io.headlesscrm.examples.erp.unit;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.ContendedUnitException;
import io.headlesscrm.core.storage.DoomedUnitException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Units of work in Spring's transactions, as a host that uses Spring would write them: a transaction that is open is the
 * unit, else the transaction manager opens one. Spring says when a transaction was committed, so actions after the commit
 * run; a doomed unit ends as a {@link DoomedUnitException} at the host's commit, which Spring turns into a rollback.
 */
public final class SpringUnits extends JdbcUnits {

  private final TransactionTemplate transactions;

  /** Units in the transactions that the manager opens on the data source. */
  public SpringUnits(DataSource dataSource, PlatformTransactionManager manager) {
    super(dataSource);
    transactions = new TransactionTemplate(
        manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
  }

  @Override
  public boolean tellCommits() {
    return true;
  }

  @Override
  Optional<OpenUnit> findOpen() {
    Holder holder = (Holder) TransactionSynchronizationManager.getResource(this);
    if (holder != null) {
      return Optional.of(holder.unit).filter(unit -> !holder.isCommitted);
    }
    return TransactionSynchronizationManager.hasResource(dataSource())
            && TransactionSynchronizationManager.isActualTransactionActive()
        ? Optional.of(opened())
        : Optional.empty();
  }

  @Override
  <R> R inNew(Supplier<R> work) {
    try {
      return requireNonNull(transactions.execute(status -> required(work)));
    } catch (ConcurrencyFailureException e) {
      throw new ContendedUnitException(e);
    }
  }

  private OpenUnit opened() {
    Holder holder = new Holder(new OpenUnit(DataSourceUtils.getConnection(dataSource())));
    TransactionSynchronizationManager.bindResource(this, holder);
    TransactionSynchronizationManager.registerSynchronization(new End(holder));
    return holder.unit;
  }

  /** What Spring remembers of a unit, and puts aside while another transaction interrupts this one. */
  private static final class Holder extends ResourceHolderSupport {

    final OpenUnit unit;

    /** After its commit the connection is still bound, but the unit is over. */
    boolean isCommitted;

    Holder(OpenUnit unit) {
      this.unit = unit;
    }
  }

  /** Hears of the end of a transaction. */
  private final class End extends ResourceHolderSynchronization<Holder, SpringUnits> {

    private final Holder holder;

    End(Holder holder) {
      super(holder, SpringUnits.this);
      this.holder = holder;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      holder.unit.requireSound();
    }

    /** The unit stays bound until all is over, or an action after the commit would be taken for a part of it. */
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCommit() {
      holder.isCommitted = true;
      holder.unit.runActions();
    }
  }
}
