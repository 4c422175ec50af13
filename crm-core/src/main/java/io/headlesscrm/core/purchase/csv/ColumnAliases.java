package io.headlesscrm.core.purchase.csv;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The usual names of columns, spelled as {@link #normalised} gives them. Of each meaning the first group that has a
 * column in the file counts: a number or code before a mere name.
 */
final class ColumnAliases {

  private static final Map<CsvColumn, List<String>> GROUPS = Map.ofEntries(
      entry(
          CsvColumn.CUSTOMER,
          List.of(
              "customerid customerno customernumber customernum customercode customerkey custid custno clientid"
                  + " clientno clientnumber clientcode accountid accountno accountnumber buyerid memberid userid"
                  + " 客户编号 客户id 客户号 客户代码 会员编号 会员id 会员号 用户id 用户编号",
              "customer client cust account buyer member user 客户 会员 用户",
              "customername clientname 客户名称")),
      entry(
          CsvColumn.DATE,
          List.of(
              "date orderdate invoicedate purchasedate transactiondate saledate salesdate shipdate shippingdate"
                  + " orderdatetime orderedat purchasedat 日期 订单日期 下单日期 购买日期 交易日期 销售日期 开票日期 发货日期"
                  + " 下单时间 订单时间 交易时间 购买时间",
              "datetime timestamp day time createdat created 时间")),
      entry(
          CsvColumn.AMOUNT,
          List.of(
              "amount lineamount linetotal orderamount purchaseamount salesamount totalamount netamount"
                  + " 金额 订单金额 交易金额 销售金额 实付金额",
              "sales revenue total turnover netsales value spend 销售额 收入",
              "totalprice sum dollars 总金额 总额 总价 合计")),
      entry(CsvColumn.QUANTITY, List.of("quantity qty 数量", "units pieces 件数")),
      entry(CsvColumn.UNIT_PRICE, List.of("unitprice priceperunit itemprice 单价", "price 价格")),
      entry(
          CsvColumn.INVOICE,
          List.of(
              "invoiceno invoicenumber invoiceid invoice 发票号 发票号码 发票编号",
              "orderid orderno ordernumber order 订单号 订单编号 单号 运单号",
              "transactionid transactionno transaction receiptid receiptno receipt 交易号")),
      entry(
          CsvColumn.ITEM,
          List.of(
              "stockcode sku itemid itemno itemcode productid productno productcode articleno articlenumber"
                  + " servicecode serviceid 商品编号 商品编码 商品代码 产品编号 货号",
              "item product article service 商品 产品 服务 服务项目",
              "itemname productname 商品名称 产品名称")),
      entry(CsvColumn.CHANNEL, List.of("channel saleschannel 渠道 销售渠道")),
      entry(CsvColumn.CURRENCY, List.of("currency currencycode ccy 币种 货币")),
      entry(
          CsvColumn.REVERSAL_OF,
          List.of("reversalof reverses creditof creditfor refundof originalinvoice originalorder"
              + " 冲销单号 原单号 原订单号 原发票号")),
      entry(CsvColumn.COST, List.of("cost costs linecost cogs 成本")));

  private ColumnAliases() {}

  /** Groups of names, the most telling first; a group is names separated by blanks. */
  static List<List<String>> groups(CsvColumn column) {
    return GROUPS.getOrDefault(column, List.of()).stream()
        .map(group -> List.of(group.split(" ", -1)))
        .toList();
  }

  /** The name in lower case without blanks, underscores, hyphens, dots and the like. */
  static String normalised(String name) {
    StringBuilder letters = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
