package io.headlesscrm.examples.analyse.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** The lines of the purchase file. */
final class PurchaseRows {
  private static final byte[] CURRENCY = {'C', 'N', 'Y'};
  private static final byte[] ZERO_DATE = "0000-00-00".getBytes(US_ASCII);
  private static final byte[] SPREADSHEET_ERROR = "#REF!".getBytes(US_ASCII);

  private final CsvBytes csv;
  private final byte[][] dates;
  private final boolean full;

  PurchaseRows(OutputStream out, Columns columns, byte[][] dates) throws IOException {
    this.csv = new CsvBytes(out);
    this.dates = dates;
    this.full = columns == Columns.FULL;
    csv.text(columns.header()).newLine();
  }

  void purchase(Shipment shipment) throws IOException {
    customer(shipment);
    csv.bytes(dates[shipment.day()]).comma();
    if (full) {
      invoice(shipment);
      details(shipment);
    }
    csv.amount(shipment.cents());
    end();
  }

  void creditNote(CreditNote note, long number) throws IOException {
    Shipment shipment = note.shipment();
    customer(shipment);
    csv.bytes(dates[note.day()]).comma().text("CN").padded(number, 7).comma();
    details(shipment);
    csv.amount(-note.cents()).comma().bytes(CURRENCY).comma();
    invoiceNumber(shipment);
    csv.newLine();
  }

  void damaged(Shipment shipment, Damage damage) throws IOException {
    if (damage == Damage.NO_CUSTOMER) {
      csv.comma();
    } else {
      customer(shipment);
    }
    csv.bytes(damage == Damage.ZERO_DATE ? ZERO_DATE : dates[shipment.day()]).comma();
    invoice(shipment);
    details(shipment);
    if (damage == Damage.SPREADSHEET_ERROR) {
      csv.bytes(SPREADSHEET_ERROR);
    } else {
      csv.amount(shipment.cents());
    }
    end();
  }

  void flush() throws IOException {
    csv.flush();
  }

  private void customer(Shipment shipment) {
    CustomerIds.write(csv, shipment.customer()).comma();
  }

  private void invoice(Shipment shipment) {
    invoiceNumber(shipment);
    csv.comma();
  }

  private void invoiceNumber(Shipment shipment) {
    csv.text("INV").padded(shipment.number(), 7);
  }

  private void details(Shipment shipment) {
    csv.text(shipment.service().label()).comma();
    csv.text(Lanes.name(shipment.lane())).comma();
    csv.text(shipment.channel().label()).comma();
  }

  private void end() throws IOException {
    if (full) {
      csv.comma().bytes(CURRENCY).comma();
    }
    csv.newLine();
  }
}
