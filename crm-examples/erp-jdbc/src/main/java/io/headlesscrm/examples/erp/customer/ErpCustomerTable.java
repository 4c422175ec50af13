package io.headlesscrm.examples.erp.customer;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerName;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.examples.erp.table.HostTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Customers in the ERP's table {@code customer}: number, name, tax number and phone are its own columns and count as they
 * stand there; everything else that the library knows lies in the document beside them.
 *
 * <p>A column holds the first name if that is the legal one, the first number if that is the tax office's, the first
 * contact point if that is a phone for everything; else the column is empty and the document has them all, so that no
 * order is lost.
 */
public final class ErpCustomerTable implements HostTable<Customer> {

  @Override
  public String name() {
    return "customer";
  }

  @Override
  public String idColumn() {
    return "number";
  }

  @Override
  public String versionColumn() {
    return "row_version";
  }

  @Override
  public List<String> columns() {
    return List.of("name", "tax_number", "phone");
  }

  @Override
  public List<@Nullable Object> values(Customer customer) {
    return Arrays.asList(legalName(customer), taxNumber(customer), phone(customer));
  }

  @Override
  public JsonDocument rest(Customer customer) {
    Customer rest = customer.toBuilder()
        .names(behind(customer.names(), legalName(customer)))
        .externalIds(behind(customer.externalIds(), taxNumber(customer)))
        .contactPoints(behind(customer.contactPoints(), phone(customer)))
        .build();
    return Customer.TYPE.write(rest);
  }

  @Override
  public Customer read(ResultSet row, Optional<JsonDocument> rest) throws SQLException {
    Customer known = rest.map(Customer.TYPE::read).orElse(unknown(row.getString("number")));
    String name = row.getString("name");
    String taxNumber = row.getString("tax_number");
    String phone = row.getString("phone");
    return known.toBuilder()
        .names(before(name, text -> new CustomerName(NameKind.LEGAL, text), known.names()))
        .externalIds(
            before(taxNumber, text -> ExternalId.of(ExternalId.TAX, text), known.externalIds()))
        .contactPoints(before(
            phone, text -> ContactPoint.of(ContactChannel.PHONE, text), known.contactPoints()))
        .build();
  }

  /** A row that the ERP inserted: nothing but its columns is known. */
  private static Customer unknown(String number) {
    return Customer.organisation(CustomerId.of(number), number).names(List.of()).build();
  }

  private static @Nullable String legalName(Customer customer) {
    return first(customer.names())
        .filter(name -> name.kind() == NameKind.LEGAL)
        .map(CustomerName::text)
        .orElse(null);
  }

  private static @Nullable String taxNumber(Customer customer) {
    return first(customer.externalIds())
        .filter(number -> number.scheme().equals(ExternalId.TAX))
        .map(ExternalId::value)
        .orElse(null);
  }

  private static @Nullable String phone(Customer customer) {
    return first(customer.contactPoints())
        .filter(point -> point.equals(ContactPoint.of(ContactChannel.PHONE, point.value())))
        .map(ContactPoint::value)
        .orElse(null);
  }

  private static <T> Optional<T> first(List<T> parts) {
    return parts.stream().findFirst();
  }

  private static <T> List<T> behind(List<T> parts, @Nullable String column) {
    return column == null ? parts : parts.subList(1, parts.size());
  }

  /** A blank column, which the ERP may well have, is no part. */
  private static <T> List<T> before(
      @Nullable String column, Function<String, T> part, List<T> rest) {
    if (column == null || column.isBlank()) {
      return rest;
    }
    List<T> parts = new ArrayList<>(List.of(part.apply(column)));
    parts.addAll(rest);
    return parts;
  }
}
