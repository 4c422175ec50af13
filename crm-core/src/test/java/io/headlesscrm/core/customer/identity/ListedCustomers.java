package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.UnitOfWork;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A host's own list of customers that is read from the first to the last, with an empty storage beside it. */
final class ListedCustomers implements CrmStorage, Store<CustomerId, Customer> {

  private final CrmStorage rest = new InMemoryStorage();
  private final List<Customer> customers;

  ListedCustomers(List<Customer> customers) {
    this.customers = customers;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <I, A> Store<I, A> store(RecordType<I, A> type) {
    return type.equals(Customer.TYPE) ? (Store<I, A>) this : rest.store(type);
  }

  @Override
  public void forEach(Query<Customer> query, Consumer<? super Versioned<Customer>> consumer) {
    customers.forEach(customer -> consumer.accept(new Versioned<>(customer, 1)));
  }

  @Override
  public <F> Log<F> log(FactType<F> type) {
    return rest.log(type);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return rest.unitOfWork();
  }

  @Override
  public Set<Capability> capabilities() {
    return rest.capabilities();
  }

  @Override
  public Optional<Versioned<Customer>> find(CustomerId id) {
    throw new UnsupportedOperationException("a search over all customers looks up none");
  }

  @Override
  public Slice<Versioned<Customer>> list(Query<Customer> query, Page page) {
    throw new UnsupportedOperationException("a search over all customers lists none");
  }

  @Override
  public WriteOutcome<Customer> insert(Customer value) {
    throw new UnsupportedOperationException("the list is read only");
  }

  @Override
  public WriteOutcome<Customer> update(Customer value, long expectedVersion) {
    throw new UnsupportedOperationException("the list is read only");
  }

  @Override
  public WriteOutcome<Customer> delete(CustomerId id, long expectedVersion) {
    throw new UnsupportedOperationException("the list is read only");
  }
}
